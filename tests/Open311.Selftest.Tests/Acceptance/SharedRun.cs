using Open311.Mock.Faults;
using Open311.Mock.Variations;
using Open311.Reporting.Matrix;

namespace Open311.Selftest.Tests.Acceptance;

/// <summary>One run of the whole self test, which all tests of its outcome look at.</summary>
static class SharedRun
{
    static readonly Lazy<Task<KillMatrix>> matrix = new(() => new Selftest().RunAsync(new SelftestOptions()));

    public static Task<KillMatrix> MatrixAsync() => matrix.Value;

    public static IEnumerable<string> FaultIds => FaultCatalog.Load().All.Select(f => f.Id);

    public static IEnumerable<string> VariationIds => VariationCatalog.Load().All.Select(v => v.Id);
}
