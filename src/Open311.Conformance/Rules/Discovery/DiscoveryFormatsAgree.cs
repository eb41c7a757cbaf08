using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Discovery;

sealed class DiscoveryFormatsAgree : IRule
{
    const string Requirement = "SD-FMT-006";

    public string Name => "discovery-formats-agree";

    public async Task JudgeAsync(Examination examination)
    {
        if (DiscoveryDocument.Of(examination, DataFormat.Xml, Requirement) is not { } xml
            || DiscoveryDocument.Of(examination, DataFormat.Json, Requirement) is not { } json)
        {
            return;
        }

        var differences = DiscoveryDifferences.Of(examination.Shapes, xml, json);
        if (differences.Count == 0)
        {
            examination.Pass(Requirement, "Both documents carry the same data.", json.Reply);
            return;
        }

        // Twice in a row, lest what alternates from answer to answer look like a difference of formats.
        foreach (var ask in (Ask[])[Ask.Discovery(DataFormat.Xml).Again(1), Ask.Discovery(DataFormat.Xml).Again(6), Ask.Discovery(DataFormat.Json).Again(1)])
        {
            var reply = await examination.AskAsync(ask).ConfigureAwait(false);
            var before = ask.Format == DataFormat.Xml ? xml : json;
            if (DiscoveryDocument.In(examination, reply, out var blocker) is not { } again)
            {
                DiscoveryDocument.NotThere(examination, Requirement, blocker);
                return;
            }

            if (DiscoveryDifferences.Of(examination.Shapes, before, again).Count > 0)
            {
                examination.Inconclusive(Requirement, $"{Where.Of(reply)} says something else each time, so the formats cannot be compared.", reply: reply);
                return;
            }
        }

        Tell(examination, differences, xml.Reply, json.Reply);
    }

    static void Tell(Examination e, IReadOnlyList<DiscoveryDifference> differences, Reply xml, Reply json)
    {
        // What cannot be read properly cannot say the same either.
        var broken = Damage.Of(xml) ?? Damage.Of(json);
        foreach (var difference in differences)
        {
            var message = $"{difference.Field} is {Shown(difference.Xml)} in XML and {Shown(difference.Json)} in JSON.";
            if (difference.Extra)
                e.Warn(Requirement, message, Shown(difference.Xml), Shown(difference.Json), json);
            else
                e.Violated(Requirement, message, Shown(difference.Xml), Shown(difference.Json), json, blockedBy: difference.Cause ?? broken);
        }
    }

    static string Shown(string? value) => value is null ? "absent" : $"\"{value}\"";
}
