using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Consistency;

/// <summary>
/// Judges whether one question has the same content in both formats. Data may change between two questions: a difference counts
/// only when XML, JSON and XML are asked afresh and all XML answers agree.
/// </summary>
static class Sandwich
{
    // Of its own, so that no other case has asked these before.
    const int Before = 41;

    // Twice in a row, lest what alternates from answer to answer look like a difference of formats.
    static readonly int[] after = [42, 43];

    public static async Task JudgeAsync(Examination e, string requirement, Ask ask)
    {
        if (await FormatPair.AskAsync(e, requirement, ask).ConfigureAwait(false) is not { } pair)
            return;
        if (pair.Comparison.Differences.Count > 0)
        {
            if (await FormatPair.AskAsync(e, requirement, ask.Again(Before)).ConfigureAwait(false) is not { } fresh)
                return;
            foreach (var occasion in after)
            {
                var again = await e.AskAsync(ask.Again(occasion)).ConfigureAwait(false);
                if (FormatPair.SameContent(e, fresh.Xml, again))
                    continue;
                e.Inconclusive(requirement, $"{Where.Of(again)} says something else each time, so nothing can be compared.", reply: again);
                return;
            }

            pair = fresh;
        }

        if (pair.Comparison.Differences.Count == 0)
            e.Pass(requirement, $"{Where.Of(pair.Json)} has the content of {pair.Xml.Ask.Path} ({pair.Comparison.Compared} items).", pair.Json);
        else
            Tell(e, requirement, pair);
    }

    static void Tell(Examination e, string requirement, FormatPair pair)
    {
        var broken = Damage.Of(pair.Xml) ?? Damage.Of(pair.Json);
        foreach (var group in pair.Comparison.Differences.GroupBy(d => (d.Kind, d.Field, d.Cause, LackedBy: d.Kind == DifferenceKind.Item ? d.Xml is null : (bool?)null)))
        {
            var first = group.First();
            var (xml, json) = (Shown(first.Xml), Shown(first.Json));
            var message = group.Key.Kind == DifferenceKind.Item
                ? $"{group.Count()} {(group.Key.Field.Length == 0 ? "items" : group.Key.Field)} of {Where.Of(first.Xml is null ? pair.Json : pair.Xml)} are missing in {(first.Xml is null ? "XML" : "JSON")}, {first.Item} among them."
                : $"{group.Key.Field} differs in {group.Count()} of {pair.Comparison.Compared} items of {Where.Of(pair.Json)}: for {first.Item} it is {xml} in XML and {json} in JSON.";
            var verdict = group.Key.Kind == DifferenceKind.SameInstant ? Verdict.Warn : Verdict.Fail;
            var cause = group.Key.Kind == DifferenceKind.Number ? "GR2-JSON-007" : group.Key.Cause ?? broken;
            e.Record.Add(verdict, requirement, e.Format, message, xml, json, pair.Json, first.Node, cause);
        }
    }

    static string Shown(string? value) => value is null ? "absent" : value.Length > 80 ? $"\"{value[..80]}…\"" : $"\"{value}\"";
}
