using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Mock.Faults;
using Open311.Mock.Variations;
using Open311.Selftest.Bench;
using Open311.Selftest.Trials;

namespace Open311.Selftest.Tests.Bench;

/// <summary>The bench stands for the wire: what is found on it is what would be found over a connection.</summary>
public sealed class CityBenchTests
{
    [TestCase(null, false)]
    [TestCase(null, true)]
    [TestCase("xml-labelled-html", false)]
    [TestCase("errors-with-200", false)]
    [TestCase("post-without-location-taken", true)]
    public async Task Finds_the_same_with_and_without_a_connection(string? fault, bool writes)
    {
        var bench = Bench(new SuiteMemory());
        var order = new BenchOrder { City = "port-linden", Fault = fault, Writes = writes };
        var here = await bench.JudgeAsync(order, CancellationToken.None);
        var there = await bench.JudgeAsync(order with { OnConnection = true }, CancellationToken.None);

        Told(here).Should().Equal(Told(there));
        here.Exchanges.Should().HaveCountGreaterThan(100);
    }

    [Test]
    public async Task Finds_the_same_whatever_earlier_runs_have_read()
    {
        var memory = new SuiteMemory();
        var order = new BenchOrder { City = "port-linden" };
        await Bench(memory).JudgeAsync(order, CancellationToken.None);
        foreach (var fault in new[] { "dates-rfc822", "json-nan" })
        {
            var after = await Bench(memory).JudgeAsync(order with { Fault = fault }, CancellationToken.None);
            var alone = await Bench(null).JudgeAsync(order with { Fault = fault }, CancellationToken.None);
            Told(after).Should().Equal(Told(alone));
            after.Findings.Should().Contain(f => f.Verdict == Verdict.Fail);
        }
    }

    [Test]
    public async Task Sees_no_difference_between_two_correct_cities_and_one_to_a_defective_city()
    {
        var bench = Bench(new SuiteMemory());
        var order = new BenchOrder { City = "port-linden" };
        var correct = AnswerBook.Of(await bench.JudgeAsync(order, CancellationToken.None));

        correct.FirstDifferenceOf(await bench.JudgeAsync(order, CancellationToken.None)).Should().BeNull();
        correct.FirstDifferenceOf(await bench.JudgeAsync(order with { Fault = "xml-labelled-html" }, CancellationToken.None)).Should().Contain("Content-Type");
        correct.FirstDifferenceOf(await bench.JudgeAsync(order with { Variation = "slow" }, CancellationToken.None)).Should().Contain("it takes");
    }

    static CityBench Bench(SuiteMemory? memory) => new(new ConformanceSuite(Suite.Load(), memory), FaultCatalog.Load(), VariationCatalog.Load());

    static IEnumerable<string> Told(RunReport report) =>
        report.Findings.Select(f => $"{f.Requirement.Id} {f.Format} {f.Verdict} {f.Occurrences}/{f.Observations}");
}
