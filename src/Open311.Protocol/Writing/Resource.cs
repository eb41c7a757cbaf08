namespace Open311.Protocol.Writing;

/// <summary>A whole resource: its root element's name, which JSON drops, and what it says.</summary>
/// <param name="RootName">The XML root element, such as <c>service_requests</c>.</param>
/// <param name="Content">The list or object below it.</param>
public sealed record Resource(string RootName, Datum Content);
