using Open311.Protocol.Writing;

namespace Open311.Conformance.Tests.Support;

/// <summary>An endpoint as the small town's discovery lists it.</summary>
public sealed record TownEndpoint(string Specification, string Url, string Type, params string[] Formats)
{
    /// <summary>Its changeset; null for the document's.</summary>
    public string? Changeset { get; init; }

    public DataObject Item(string changeset, bool json) => new(
    [
        new("specification", new DataText(Specification)),
        new("url", new DataText(Url)),
        new("changeset", new DataText(Changeset ?? changeset)),
        new("type", new DataText(Type)),
        new("formats", new DataList("format", [.. (Formats.Length > 0 ? Formats : json ? ["text/xml", "application/json"] : ["text/xml"]).Select(f => new DataText(f))])),
    ]);
}
