using Open311.Conformance.Findings;
using Open311.Reporting.Languages;
using Open311.Reporting.Summaries;

namespace Open311.Reporting.Fleet;

/// <summary>The sentences that page, table and terminal share. Without a language they are English.</summary>
public static class FleetWording
{
    /// <summary>How a target ended, in two or three words.</summary>
    public static string Result(FleetEntry entry, Phrases? phrases = null) => In(phrases)[$"fleet.result.{Key(entry.State)}"];

    /// <summary>How all of them ended: <c>2 of 20 targets do not conform; 1 could not be tested; 17 conform</c>.</summary>
    public static string Headline(FleetReport report, Phrases? phrases = null)
    {
        var say = In(phrases);
        var all = report.Entries.Count;
        var parts = new List<string>();
        foreach (var state in (FleetState[])[FleetState.Nonconformant, FleetState.CouldNotTest, FleetState.NotStarted, FleetState.Conforms])
        {
            var count = report.Count(state);
            if (count == 0)
                continue;
            var subject = parts.Count > 0 ? say.Number(count)
                : count == all ? say.Plural("fleet.headline.whole", all)
                : say.Say("fleet.headline.part", ("count", count), ("targets", say.Count("target", all)));
            var key = state == FleetState.NotStarted && !report.IsFinished ? "not-done" : Key(state);
            parts.Add($"{subject} {say.Plural($"fleet.headline.{key}", count)}");
        }

        return string.Join("; ", parts);
    }

    /// <summary>What there is to say about a target in one line: why it could not be tested, or its gravest cause.</summary>
    public static string Gist(FleetEntry entry, Phrases? phrases = null) =>
        string.Join(' ', ((string?[])[entry.HeldSentence is { } held ? Said.Of(held, In(phrases)).Text : null, Found(entry, phrases)]).Where(s => s is { Length: > 0 }));

    static string Found(FleetEntry entry, Phrases? phrases)
    {
        if (entry.State is FleetState.CouldNotTest or FleetState.NotStarted)
            return Said.Of(entry.Reason ?? "", In(phrases)).Text;
        var say = In(phrases);
        var violated = entry.Causes.Count(c => c.Verdict == Verdict.Fail);
        var parts = new List<string>();
        if (entry.Reason is { } reason)
            parts.Add(Said.Of(reason, say).Text);
        if (entry.Causes is [var first, ..])
        {
            // What was found is told in English; what it violates is not.
            var found = say.Language == Language.English ? first.Headline : Registered.Statement(first.Requirement, first.Headline, say).Text;
            var cause = $"{first.Requirement}: {found}";
            parts.Add(first.Verdict == Verdict.Warn ? say.Say("fleet.gist.warning", ("cause", cause)) : cause);
        }

        if (violated > 1)
            parts.Add(say.Say("fleet.gist.and-more", ("causes", say.Count("more-cause", violated - 1))));
        return parts.Count > 0 ? string.Join(' ', parts) : say[entry.State == FleetState.Conforms ? "fleet.gist.none" : "fleet.gist.see-report"];
    }

    /// <summary><c>140 of 142 must-requirements exercised, 139 conform</c>; empty when nothing was judged.</summary>
    public static string Musts(FleetEntry entry) => entry.Summary is not { Musts: > 0 } summary ? "" : Wording.Musts(summary);

    static Phrases In(Phrases? phrases) => phrases ?? Phrases.In(Language.English);

    static string Key(FleetState state) => state switch
    {
        FleetState.Conforms => "conforms",
        FleetState.Nonconformant => "nonconformant",
        FleetState.CouldNotTest => "could-not-test",
        _ => "not-started",
    };
}
