using System.Diagnostics;
using Open311.Mock.Tests.Fuzzing;

namespace Open311.Benchmarks;

/// <summary>A large number of malformed calls in process: none may fail, hang or leave a torn state.</summary>
static class FuzzFigures
{
    public static async Task<int> MainAsync(int count)
    {
        const int PerSeed = 10_000;
        var statuses = new SortedDictionary<int, int>();
        var watch = Stopwatch.StartNew();
        var bad = 0;
        for (var seed = 1; seed * PerSeed <= count; seed++)
        {
            foreach (var problem in await FuzzRun.ProblemsAsync(seed, PerSeed, status => statuses[status] = statuses.GetValueOrDefault(status) + 1))
            {
                bad++;
                Console.WriteLine($"seed {seed}, call {problem}");
            }
        }

        Console.WriteLine($"{statuses.Values.Sum()} malformed calls in {watch.Elapsed.TotalSeconds:F1} s, {bad} problems; statuses {string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}"))}");
        return bad == 0 ? 0 : 1;
    }
}
