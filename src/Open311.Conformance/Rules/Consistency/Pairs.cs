using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Consistency;

/// <summary>The questions whose answers are compared across formats: those that other cases ask anyway.</summary>
static class Pairs
{
    /// <summary>All pairs that can be had; those that cannot leave the requirement inconclusive.</summary>
    public static async Task<IReadOnlyList<FormatPair>> AllAsync(Examination e, string requirement)
    {
        Ask[] asks =
        [
            Ask.Services(DataFormat.Xml),
            .. e.Survey.DefinedCodes.Select(c => Ask.Definition(c, DataFormat.Xml)),
            .. e.Survey.Window is { } window ? (Ask[])[Ask.Requests(DataFormat.Xml, window.Arguments)] : [],
            .. e.Survey.Known is [{ Id: { } id }, ..] ? (Ask[])[Ask.Request(id, DataFormat.Xml)] : [],
        ];
        var pairs = new List<FormatPair>();
        foreach (var ask in asks)
        {
            if (await FormatPair.AskAsync(e, requirement, ask).ConfigureAwait(false) is { } pair)
                pairs.Add(pair);
        }

        return pairs;
    }
}
