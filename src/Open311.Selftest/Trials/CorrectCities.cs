using System.Collections.Concurrent;
using Open311.Selftest.Bench;

namespace Open311.Selftest.Trials;

/// <summary>What cities without a defect answer to the questions of a run; each is asked once.</summary>
internal sealed class CorrectCities(CityBench bench)
{
    readonly ConcurrentDictionary<BenchOrder, Lazy<Task<AnswerBook>>> books = new();

    public Task<AnswerBook> AnswersAsync(BenchOrder order) =>
        books.GetOrAdd(order with { Fault = null, Variation = null }, plain => new(async () => AnswerBook.Of(await bench.JudgeAsync(plain, CancellationToken.None)))).Value;
}
