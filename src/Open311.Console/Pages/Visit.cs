namespace Open311.WebConsole.Pages;

/// <summary>What every page must know of the call it answers.</summary>
/// <param name="Version">The version of the tool.</param>
/// <param name="Section">Where in the console the page is: <c>checks</c>, <c>verify</c>, <c>cities</c>; empty outside of them.</param>
/// <param name="FormToken">What every form of the page sends back.</param>
public sealed record Visit(string Version, string Section, string FormToken);
