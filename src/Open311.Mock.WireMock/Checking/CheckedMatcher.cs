using System.Text.Json.Nodes;

namespace Open311.Mock.WireMock.Checking;

/// <summary>A matcher that was found good.</summary>
/// <param name="Name">Without the measure of a SimMetricsMatcher.</param>
/// <param name="Patterns">Empty where they are no texts.</param>
/// <param name="Members">All its members.</param>
/// <param name="Rejects">Whether a match counts against.</param>
/// <param name="IgnoresCase">Whether letter case is of no account.</param>
internal sealed record CheckedMatcher(string Name, IReadOnlyList<string> Patterns, IReadOnlyDictionary<string, JsonNode?> Members, bool Rejects, bool IgnoresCase);
