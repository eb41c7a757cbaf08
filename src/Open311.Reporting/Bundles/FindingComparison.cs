using System.Text.Json;

namespace Open311.Reporting.Bundles;

/// <summary>Findings as stored beside findings as derived.</summary>
/// <param name="Same">How many are the same.</param>
/// <param name="Differences">The others, in the order of the register.</param>
public sealed record FindingComparison(int Same, IReadOnlyList<FindingDifference> Differences)
{
    // What the judge decides; what else a finding says stands in the register, whose hash is compared by itself.
    static readonly string[] judged = ["verdict", "case", "message", "expected", "actual", "exchange", "pointer", "line", "blockedBy", "occurrences", "observations", "more"];

    internal static FindingComparison Of(IReadOnlyList<JsonElement> stored, IReadOnlyList<JsonElement> derived)
    {
        var differences = new List<FindingDifference>();
        var open = derived.ToLookup(FindingKey.Of, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var same = 0;
        foreach (var was in stored)
        {
            var key = FindingKey.Of(was);
            if (!seen.Add(key) || open[key].FirstOrDefault() is not { ValueKind: JsonValueKind.Object } now)
                differences.Add(new(key, DifferenceKind.Missing, FindingKey.Verdict(was), null, []));
            else if (Changed(was, now) is { Count: > 0 } members)
                differences.Add(new(key, DifferenceKind.Changed, FindingKey.Verdict(was), FindingKey.Verdict(now), members));
            else
                same++;
        }

        differences.AddRange(derived.Where(d => !seen.Contains(FindingKey.Of(d))).Select(d => new FindingDifference(FindingKey.Of(d), DifferenceKind.New, null, FindingKey.Verdict(d), [])));
        return new(same, differences);
    }

    static List<string> Changed(JsonElement was, JsonElement now) => [.. judged.Where(name => !Equal(was, now, name))];

    static bool Equal(JsonElement was, JsonElement now, string name) =>
        was.TryGetProperty(name, out var a) && now.TryGetProperty(name, out var b) && JsonElement.DeepEquals(a, b);
}
