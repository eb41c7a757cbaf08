using Open311.Conformance.Findings;
using Open311.Reporting.Fleet;
using Open311.Reporting.Tests.Samples;

namespace Open311.Reporting.Tests.Fleet;

/// <summary>Runs over many targets that never took place.</summary>
static class Fleets
{
    public static FleetReport Of(params FleetEntry[] entries) => new()
    {
        ToolVersion = "0.1.0",
        Source = "targets.yaml",
        Started = Sample.Started,
        Finished = Sample.Started.AddSeconds(95),
        IsFinished = true,
        Entries = entries,
    };

    /// <summary>One of each kind.</summary>
    public static FleetReport Mixed() => Of(
        FleetEntry.Of("Port Linden", Runs.Named("conformant")) with { Report = "port-linden/report.html" },
        FleetEntry.Of("Two Rivers", Runs.Named("one-failure")) with { Report = "two-rivers/report.html" },
        FleetEntry.Of("Elsewhere", Runs.Named("could-not-test")) with { Report = "elsewhere/report.html" },
        FleetEntry.Of("Halfway", Runs.Named("incomplete") with { Outcome = RunOutcome.CouldNotTest }) with { Report = "halfway/report.html" },
        FleetEntry.Untested("Directory entry", "", "servers.yml(8,3): The entry has no base_url, so there is nothing to ask."),
        FleetEntry.NotStarted("Too late", "https://late.example/v2"));

    /// <summary>One that wants to live in the index.</summary>
    public static FleetReport Poisoned() => Of(
        FleetEntry.Of(Hostile.Text, Runs.Named("hostile")) with { Report = "hostile/report.html" },
        FleetEntry.Untested(Markup, Markup, Markup));

    // The caller hides secrets from a reason of its own.
    static string Markup => Hostile.Text[..Hostile.Text.IndexOf(Hostile.Key, StringComparison.Ordinal)];
}
