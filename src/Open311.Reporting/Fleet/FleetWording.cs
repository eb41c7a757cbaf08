using Open311.Conformance.Findings;
using Open311.Reporting.Summaries;

namespace Open311.Reporting.Fleet;

/// <summary>The sentences that page, table and terminal share.</summary>
public static class FleetWording
{
    /// <summary>How a target ended, in two or three words.</summary>
    public static string Result(FleetEntry entry) => entry.State switch
    {
        FleetState.Conforms => "Conforms",
        FleetState.Nonconformant => "Does not conform",
        FleetState.CouldNotTest => "Could not test",
        _ => "Not started",
    };

    /// <summary>How all of them ended: <c>2 of 20 targets do not conform; 1 could not be tested; 17 conform</c>.</summary>
    public static string Headline(FleetReport report)
    {
        var all = report.Entries.Count;
        var parts = new List<string>();
        Add(report.Count(FleetState.Nonconformant), "does not conform", "do not conform");
        Add(report.Count(FleetState.CouldNotTest), "could not be tested", "could not be tested");
        Add(report.Count(FleetState.NotStarted), report.IsFinished ? "was not started" : "is not done yet", report.IsFinished ? "were not started" : "are not done yet");
        Add(report.Count(FleetState.Conforms), "conforms", "conform");
        return string.Join("; ", parts);

        void Add(int count, string one, string many)
        {
            if (count == 0)
                return;
            var subject = parts.Count > 0 ? $"{count}" : count == all ? (all == 1 ? "The target" : $"All {all} targets") : $"{count} of {Wording.Count(all, "target")}";
            parts.Add($"{subject} {(count == 1 ? one : many)}");
        }
    }

    /// <summary>What there is to say about a target in one line: why it could not be tested, or its gravest cause.</summary>
    public static string Gist(FleetEntry entry)
    {
        if (entry.State is FleetState.CouldNotTest or FleetState.NotStarted)
            return entry.Reason ?? "";
        var violated = entry.Causes.Count(c => c.Verdict == Verdict.Fail);
        var parts = new List<string>();
        if (entry.Reason is { } reason)
            parts.Add(reason);
        if (entry.Causes is [var first, ..])
            parts.Add($"{(first.Verdict == Verdict.Warn ? "Warning: " : "")}{first.Requirement}: {first.Headline}");
        if (violated > 1)
            parts.Add($"And {Wording.Count(violated - 1, "more cause")}.");
        return parts.Count > 0 ? string.Join(' ', parts)
            : entry.State == FleetState.Conforms ? "No violation was found."
            : "Its report says what is violated.";
    }

    /// <summary><c>140 of 142 must-requirements exercised, 139 conform</c>; empty when nothing was judged.</summary>
    public static string Musts(FleetEntry entry) => entry.Summary is not { Musts: > 0 } s ? ""
        : $"{s.MustsExercised} of {s.Musts} must-requirements exercised, {s.MustsConform} conform";
}
