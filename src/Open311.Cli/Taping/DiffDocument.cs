using System.Text.Json.Serialization;
using Open311.Recordings.Comparing;

namespace Open311.Cli.Taping;

/// <summary>What <c>open311 diff --json</c> prints: <c>fixtures/schemas/diff.schema.json</c>.</summary>
/// <param name="Before">The recording.</param>
/// <param name="After">What it was held against.</param>
/// <param name="Differences">What changed in meaning.</param>
internal sealed record DiffDocument(DiffSide Before, DiffSide After, IReadOnlyList<Difference> Differences)
{
    /// <summary>Names what these members mean.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; } = "open311-diff/1";
}
