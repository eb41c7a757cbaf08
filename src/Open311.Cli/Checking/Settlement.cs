using Open311.Conformance.Findings;

namespace Open311.Cli.Checking;

/// <summary>Settles how a run exits: a run that is not complete, or in which our own tool failed, proves no conformance.</summary>
internal static class Settlement
{
    /// <summary>The report with the outcome that its exit code will tell.</summary>
    public static RunReport Of(RunReport report) =>
        report.Outcome == RunOutcome.Conformant && (report.Incomplete is not null || report.Errors.Count > 0)
            ? report with { Outcome = RunOutcome.CouldNotTest }
            : report;

    /// <summary>The outcome as the first words of the last line.</summary>
    public static string Words(RunReport report) => report switch
    {
        { Outcome: RunOutcome.Conformant } => "Conforms",
        { Outcome: RunOutcome.Nonconformant, Incomplete: not null } => "Does not conform, and the run is incomplete",
        { Outcome: RunOutcome.Nonconformant } => "Does not conform",
        { Incomplete: not null } => "The run is incomplete: no verdict",
        _ => "Could not be tested",
    };
}
