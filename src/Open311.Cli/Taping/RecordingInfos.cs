using Open311.Recordings.Cassettes;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary>What can be said of a recording that no walk made.</summary>
internal static class RecordingInfos
{
    /// <summary>When it was made, by which software, and for which jurisdiction, as its calls tell.</summary>
    public static RecordingInfo Of(Cassette cassette, string source, RecordingKind kind, string tool) => new()
    {
        Source = source,
        Recorded = cassette.Takes.Min(t => t.Started),
        Finished = cassette.Takes.Max(t => t.Started + t.Duration),
        Kind = kind,
        Tool = tool,
        Software = SoftwareName.In(TakeMaking.Exchanges(cassette)),
        Jurisdictions =
        [
            .. cassette.Takes.SelectMany(t => QueryText.Arguments(t.Url)).Where(a => a.Key == "jurisdiction_id" && a.Value.Length > 0)
                .GroupBy(a => a.Value).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(1),
        ],
    };
}
