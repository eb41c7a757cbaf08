using Open311.Conformance.Fixtures;
using Open311.Conformance.Requirements;
using Open311.Selftest.Trials;

namespace Open311.Selftest.Tests.Trials;

public sealed class ExceptionsTests
{
    const string Good = "- requirement: GR2-HTTP-007\n  reason: The city is on loopback.\n";

    static readonly RequirementCatalog catalog = RequirementCatalog.Load();

    [Test]
    public void Say_why_a_requirement_has_no_fault() =>
        Exceptions.Parse(Good, catalog).Should().ContainSingle().Which.Value.Should().Be("The city is on loopback.");

    [TestCase("GR2-HTTP-007", "GR2-HTTP-777", "*GR2-HTTP-777*")]
    [TestCase("reason:", "because:", "*because*")]
    [TestCase("reason: The city is on loopback.", "reason: ''", "*reason*")]
    public void Are_refused_when_malformed(string was, string now, string message)
    {
        var parse = () => Exceptions.Parse(Good.Replace(was, now, StringComparison.Ordinal), catalog);
        parse.Should().Throw<FixtureException>().WithMessage(message);
    }

    [Test]
    public void Are_listed_once()
    {
        var parse = () => Exceptions.Parse(Good + Good, catalog);
        parse.Should().Throw<FixtureException>().WithMessage("*listed already*");
    }
}
