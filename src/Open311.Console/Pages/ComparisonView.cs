namespace Open311.WebConsole.Pages;

/// <summary>A comparison as pages show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Names">What was compared.</param>
public sealed record ComparisonView(string Id, DateTimeOffset Created, string Names);
