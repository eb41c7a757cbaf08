using Open311.Reporting.Matrix;
using Open311.Selftest;
using Open311.Selftest.Docs;

namespace Open311.Cli.Rooms;

/// <summary>The self test of this house.</summary>
internal sealed class OwnSelftest : ISelftest
{
    public Task<KillMatrix> RunAsync(SelftestOptions options, Action<int, int> progress, CancellationToken cancellation) =>
        new Selftest.Selftest().RunAsync(options, progress, cancellation);

    public IReadOnlyList<string> Summarise(KillMatrix matrix) => MatrixSummary.Lines(matrix);

    public async Task<IReadOnlyList<string>> WriteAsync(KillMatrix matrix, string folder) =>
        [.. (await KillMatrixWriter.WriteAsync(matrix, new DirectoryInfo(folder))).Select(f => f.FullName)];

    public string? Update(string text, KillMatrix matrix) => MarkedBlock.Replace(text, MatrixSummary.Markdown(matrix));

    public IReadOnlyDictionary<string, string> Pages() => RequirementPages.Build();

    public IReadOnlyList<string> Stale(IReadOnlyDictionary<string, string> pages, string folder) => RequirementPages.Stale(pages, new DirectoryInfo(folder));
}
