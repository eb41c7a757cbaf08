using Open311.Cli.Rooms;
using Open311.Reporting.Matrix;
using Open311.Selftest;

namespace Open311.Cli.Tests.Fakes;

/// <summary>A self test that takes no time.</summary>
internal sealed class FakeSelftest : ISelftest
{
    readonly OwnSelftest own = new();

    public KillMatrix Matrix { get; set; } = new() { ToolVersion = "1", RequirementSet = "set", Faults = [], Variations = [], Requirements = [] };

    public SelftestOptions? Asked { get; private set; }

    public Task<KillMatrix> RunAsync(SelftestOptions options, Action<int, int> progress, CancellationToken cancellation)
    {
        Asked = options;
        return options.Only == "no-such-fault" ? throw new UnknownTrialException("fault", "There is no fault of this id.") : Task.FromResult(Matrix);
    }

    public IReadOnlyList<string> Summarise(KillMatrix matrix) => own.Summarise(matrix);

    public Task<IReadOnlyList<string>> WriteAsync(KillMatrix matrix, string folder) => own.WriteAsync(matrix, folder);

    public string? Update(string text, KillMatrix matrix) => own.Update(text, matrix);

    public IReadOnlyDictionary<string, string> Pages() => own.Pages();

    public IReadOnlyList<string> Stale(IReadOnlyDictionary<string, string> pages, string folder) => own.Stale(pages, folder);
}
