using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Running;

public sealed class CauseFinderTests
{
    const string A = "GR2-REQS-001";
    const string B = "GR2-REQS-002";
    const string C = "GR2-REQS-003";
    const string Advice = "GR2-ADV-001";

    [Test]
    public void What_follows_is_told_with_its_root_and_the_root_first()
    {
        var cause = Find(Violation(B, from: A), Violation(A, "The list is wrapped.")).Should().ContainSingle().Which;

        cause.Requirement.Should().Be(A);
        cause.Headline.Should().Be("The list is wrapped.");
        cause.Findings.Should().Equal(1, 0);
        cause.Verdict.Should().Be(Verdict.Fail);
    }

    [Test]
    public void A_chain_ends_at_what_follows_from_nothing()
    {
        var cause = Find(Violation(C, from: B), Violation(B, from: A), Violation(A)).Should().ContainSingle().Which;
        cause.Requirement.Should().Be(A);
        cause.Findings.Should().Equal(2, 0, 1);
    }

    [Test]
    public void What_follows_from_something_that_holds_is_a_cause_of_its_own()
    {
        var causes = Find(Violation(B, from: A), SmallRegister.Finding(A, Verdict.Pass));
        causes.Should().ContainSingle().Which.Requirement.Should().Be(B);
    }

    [Test]
    public void A_circle_comes_to_an_end_and_loses_nothing() =>
        Find(Violation(A, from: B), Violation(B, from: A)).SelectMany(c => c.Findings).Should().BeEquivalentTo([0, 1]);

    [Test]
    public void Passes_and_what_was_not_exercised_are_no_causes()
    {
        Verdict[] others = [Verdict.Pass, Verdict.Info, Verdict.Inconclusive, Verdict.Skipped, Verdict.NotApplicable];
        Find([.. others.Select(v => SmallRegister.Finding(A, v))]).Should().BeEmpty();
    }

    [Test]
    public void The_gravest_come_first_and_then_those_that_block_most()
    {
        var causes = Find(
            SmallRegister.Finding(Advice, Verdict.Warn),
            Violation(A),
            Violation(B),
            SmallRegister.Finding(C, Verdict.Inconclusive) with { BlockedBy = B },
            SmallRegister.Finding("GR2-DEF-001", Verdict.Inconclusive) with { BlockedBy = Advice },
            SmallRegister.Finding("GR2-POST-001", Verdict.Inconclusive) with { BlockedBy = Advice });

        causes.Select(c => c.Requirement).Should().Equal(B, A, Advice);
        causes.Select(c => c.Verdict).Should().Equal(Verdict.Fail, Verdict.Fail, Verdict.Warn);
    }

    [Test]
    public void A_warning_with_a_failure_among_its_followers_is_a_failure() =>
        Find(SmallRegister.Finding(Advice, Verdict.Warn), Violation(A, from: Advice)).Single().Should().Match<Cause>(c => c.Requirement == Advice && c.Verdict == Verdict.Fail);

    [Test]
    public void What_it_kept_from_being_exercised_is_named_once()
    {
        var cause = Find(
            Violation(A),
            SmallRegister.Finding(B, Verdict.Inconclusive) with { BlockedBy = A },
            SmallRegister.Finding(B, Verdict.Inconclusive, Protocol.DataFormat.Json) with { BlockedBy = A },
            SmallRegister.Finding(C, Verdict.Inconclusive) with { BlockedBy = B },
            SmallRegister.Finding("GR2-DEF-001", Verdict.Pass) with { BlockedBy = A }).Single();
        cause.Blocked.Should().Equal(B);
    }

    [TestCase(1, 1, "The list is wrapped.")]
    [TestCase(1, 5, "The list is wrapped.")]
    [TestCase(2, 5, "The list is wrapped (2 times in 5 observations).")]
    public void The_headline_says_how_often(int occurrences, int observations, string headline) =>
        Find(Violation(A, "The list is wrapped.") with { Occurrences = occurrences, Observations = observations }).Single().Headline.Should().Be(headline);

    [Test]
    public void Exchanges_of_all_members_are_shown_in_order_and_once()
    {
        Observation Seen(int? exchange) => new() { Requirement = A, Verdict = Verdict.Fail, Case = "a-case", Message = "Seen.", Exchange = exchange };
        var cause = Find(
            Violation(A) with { Exchange = 7, More = [Seen(3), Seen(null), Seen(7)] },
            Violation(B, from: A) with { Exchange = 5 }).Single();
        cause.Exchanges.Should().Equal(3, 5, 7);
    }

    static Finding Violation(string id, string message = "Something is wrong.", string? from = null) =>
        SmallRegister.Finding(id, Verdict.Fail, message: message) with { BlockedBy = from };

    static IReadOnlyList<Cause> Find(params Finding[] findings) => CauseFinder.Find(findings, []);
}
