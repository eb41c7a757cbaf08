using Open311.Reporting.Matrix;
using Open311.Selftest;

namespace Open311.Cli.Rooms;

/// <summary>The suite against the city with every defect and freedom.</summary>
internal interface ISelftest
{
    /// <summary>Runs it.</summary>
    /// <param name="options">What of it.</param>
    /// <param name="progress">Told how many runs are done, of how many.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UnknownTrialException">The options name what does not exist.</exception>
    Task<KillMatrix> RunAsync(SelftestOptions options, Action<int, int> progress, CancellationToken cancellation);

    /// <summary>The summary, line by line.</summary>
    IReadOnlyList<string> Summarise(KillMatrix matrix);

    /// <summary>Writes the matrix.</summary>
    /// <returns>The paths written, the one for people first.</returns>
    Task<IReadOnlyList<string>> WriteAsync(KillMatrix matrix, string folder);

    /// <summary>A text with the summary of the matrix between its marks; null when it has none.</summary>
    string? Update(string text, KillMatrix matrix);

    /// <summary>The pages about the requirements, by file name.</summary>
    IReadOnlyDictionary<string, string> Pages();

    /// <summary>What of the pages is not up to date in a folder.</summary>
    IReadOnlyList<string> Stale(IReadOnlyDictionary<string, string> pages, string folder);
}
