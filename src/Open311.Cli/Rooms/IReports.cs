using Open311.Conformance.Findings;
using Open311.Reporting.Fleet;
using Open311.Reporting.Languages;

namespace Open311.Cli.Rooms;

/// <summary>Findings into files and words.</summary>
internal interface IReports
{
    /// <summary>The summary, line by line, free of secrets and control characters.</summary>
    IReadOnlyList<string> Summarise(RunReport report);

    /// <summary>What a dry run would have posted, line by line, as commands for a shell; free of secrets.</summary>
    IReadOnlyList<string> Preview(RunReport report) => [];

    /// <summary>Writes the reports.</summary>
    /// <param name="report">The run.</param>
    /// <param name="folder">An absolute path; created when missing.</param>
    /// <param name="order">Which, and in which language.</param>
    /// <returns>The paths written, the one for people first.</returns>
    Task<IReadOnlyList<string>> WriteAsync(RunReport report, string folder, ReportOrder order);

    /// <summary>The summary of many targets, line by line, free of secrets and control characters.</summary>
    IReadOnlyList<string> Summarise(FleetReport report);

    /// <summary>Writes the index of many targets.</summary>
    /// <param name="report">The run.</param>
    /// <param name="folder">An absolute path; created when missing.</param>
    /// <param name="language">Of the page.</param>
    /// <returns>The paths written, the one for people first.</returns>
    Task<IReadOnlyList<string>> WriteAsync(FleetReport report, string folder, Language language);
}
