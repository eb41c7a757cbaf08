using Open311.Mock.Faults;
using Open311.Mock.Variations;
using Open311.Reporting.Matrix;
using Open311.Testing;

namespace Open311.Selftest.Tests.Acceptance;

/// <summary>One run of the whole self test, which all tests of its outcome look at.</summary>
static class SharedRun
{
    // A folder, relative to the repository, that keeps the matrix of this run, as `open311 selftest --out` would.
    const string Kept = "OPEN311_SELFTEST_OUT";

    static readonly Lazy<Task<KillMatrix>> matrix = new(RunAsync);

    public static Task<KillMatrix> MatrixAsync() => matrix.Value;

    static async Task<KillMatrix> RunAsync()
    {
        var matrix = await new Selftest().RunAsync(new SelftestOptions());
        if (Environment.GetEnvironmentVariable(Kept) is { Length: > 0 } folder)
            await KillMatrixWriter.WriteAsync(matrix, Directory.CreateDirectory(Repository.PathOf(folder)));
        return matrix;
    }

    public static IEnumerable<string> FaultIds => FaultCatalog.Load().All.Select(f => f.Id);

    public static IEnumerable<string> VariationIds => VariationCatalog.Load().All.Select(v => v.Id);
}
