using Open311.Conformance.Findings;

namespace Open311.Conformance.Tests.Tallying;

public sealed class TallyTests
{
    [Test]
    public void Counts_by_verdict_and_in_all()
    {
        var tally = new Tally();
        tally.Add(Seen(Verdict.Pass, "one"), 3);
        tally.Add(Seen(Verdict.Fail, "two"));
        tally.Add(Seen(Verdict.Pass, "three"));

        tally.Total.Should().Be(5);
        tally.Count(Verdict.Pass).Should().Be(4);
        tally.Count(Verdict.Fail).Should().Be(1);
        tally.Count(Verdict.Warn).Should().Be(0);
        tally.Verdicts.Should().BeEquivalentTo([Verdict.Pass, Verdict.Fail]);
        tally.First(Verdict.Pass).Select(o => o.Message).Should().Equal("one", "three");
        tally.First(Verdict.Warn).Should().BeEmpty();
    }

    [Test]
    public void Keeps_the_first_eleven_and_counts_the_others()
    {
        var tally = new Tally();
        for (var i = 0; i < 15; i++)
            tally.Add(Seen(Verdict.Warn, $"{i}"));

        tally.Count(Verdict.Warn).Should().Be(15);
        tally.First(Verdict.Warn).Select(o => o.Message).Should().Equal(Enumerable.Range(0, 11).Select(i => $"{i}"));
    }

    [Test]
    public void Sums_up_others_in_order_and_within_its_bounds()
    {
        var sum = new Tally();
        var first = new Tally();
        var second = new Tally();
        for (var i = 0; i < 8; i++)
        {
            first.Add(Seen(Verdict.Fail, $"a{i}"));
            second.Add(Seen(Verdict.Fail, $"b{i}"), 2);
        }

        second.Add(Seen(Verdict.Pass, "p"));
        sum.Add(first);
        sum.Add(second);

        sum.Count(Verdict.Fail).Should().Be(24);
        sum.Count(Verdict.Pass).Should().Be(1);
        sum.First(Verdict.Fail).Select(o => o.Message).Should().Equal("a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "b0", "b1", "b2");
        second.First(Verdict.Fail).Should().HaveCount(8, "what is summed up stays as it was");
    }

    [Test]
    public void A_copy_goes_its_own_way()
    {
        var tally = new Tally();
        tally.Add(Seen(Verdict.Pass, "one"));
        var copy = tally.Copy();
        tally.Add(Seen(Verdict.Pass, "two"));

        copy.Count(Verdict.Pass).Should().Be(1);
        copy.First(Verdict.Pass).Should().ContainSingle();
        tally.First(Verdict.Pass).Should().HaveCount(2);
    }

    static Observation Seen(Verdict verdict, string message) => new() { Requirement = "GR2-REQS-001", Verdict = verdict, Case = "a-case", Message = message };
}
