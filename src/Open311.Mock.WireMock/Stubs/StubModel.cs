using System.Text.Json.Nodes;

namespace Open311.Mock.WireMock.Stubs;

/// <summary>One mapping of a file, found good.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Number">Its place in the file, from 1.</param>
/// <param name="Title">What its author called it; null for nothing.</param>
/// <param name="Id">The Guid that its author gave it; null for none.</param>
/// <param name="IsDisabled">Whether its author put it out of use.</param>
/// <param name="Mapping">As WireMock.Net is to read it, without a Guid.</param>
internal sealed record StubModel(string File, int Number, string? Title, Guid? Id, bool IsDisabled, JsonObject Mapping)
{
    /// <summary>What the journal calls it.</summary>
    public string Name => $"stub {File}#{Number}{(Title is null ? "" : $" ({Title})")}";
}
