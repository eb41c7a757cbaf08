using Open311.Cli.Application;

namespace Open311.Cli.Tests.Application;

public sealed class SuggestionTests
{
    static readonly string[] Known = ["timeout", "rate", "report", "read-xml", "read-json"];

    [TestCase("timout", "timeout")]
    [TestCase("TIMEOUT", "timeout")]
    [TestCase("read-xlm", "read-xml")]
    [TestCase("rat", "rate")]
    [TestCase("raet", "rate")]
    [TestCase("reprot", "report")]
    [TestCase("zzzzzz", null)]
    [TestCase("", null)]
    public void Finds_what_is_near_and_nothing_else(string given, string? expected) =>
        Suggestion.Nearest(given, Known).Should().Be(expected);

    [Test]
    public void Gives_up_on_a_text_that_is_no_word() =>
        Suggestion.For(new string('t', 100_000), Known).Should().BeEmpty();

    [Test]
    public void Has_nothing_to_say_without_candidates() =>
        Suggestion.For("timeout", []).Should().BeEmpty();
}
