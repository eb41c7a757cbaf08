using Open311.Conformance.Findings;
using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Tests.Fixtures;

public sealed class FixtureReaderTests
{
    [Test]
    public void Reads_each_kind_of_field()
    {
        var reader = Reader("""
            text: '  around  '
            flag: true
            number: -3
            verdict: not-applicable
            word: certain
            texts: [one, 'two']
            inner: { a: b }
            list: [{ a: b }, { a: c }]
            """);

        reader.Text("text").Should().Be("around");
        reader.Flag("flag").Should().BeTrue();
        reader.NumberOrNull("number").Should().Be(-3);
        reader.Choice<Verdict>("verdict").Should().Be(Verdict.NotApplicable);
        reader.OneOfOrNull("word", "certain", "never").Should().Be("certain");
        reader.Texts("texts").Should().Equal("one", "two");
        reader.MappingOrNull("inner", "an inner thing")!.Text("a").Should().Be("b");
        reader.MappingsOrEmpty("list", "an item").Select(item => item.Text("a")).Should().Equal("b", "c");
        reader.Invoking(r => r.Close()).Should().NotThrow();
    }

    [Test]
    public void Gives_what_is_to_hold_for_absent_fields()
    {
        var reader = Reader("a: b");

        reader.TextOrNull("text").Should().BeNull();
        reader.FlagOr("flag", true).Should().BeTrue();
        reader.NumberOrNull("number").Should().BeNull();
        reader.OneOfOrNull("word", "certain").Should().BeNull();
        reader.TextsOrEmpty("texts").Should().BeEmpty();
        reader.MappingOrNull("inner", "an inner thing").Should().BeNull();
        reader.MappingsOrEmpty("list", "an item").Should().BeEmpty();
        reader.Has("a").Should().BeTrue();
        reader.Has("b").Should().BeFalse();
    }

    [Test]
    public void Names_the_subject_in_every_message()
    {
        var reader = Reader("id: GR2-REQS-031\nlevel: shall\n");
        reader.Subject = reader.Text("id");

        Message(() => reader.Text("statement")).Should().Be("x.yaml(1,1): GR2-REQS-031: 'statement' is missing");
    }

    [TestCase("flag: yes", "x.yaml(1,7): a thing: flag is 'yes', expected true or false")]
    [TestCase("flag: 'true'", "x.yaml(1,7): a thing: flag is 'true', expected true or false")]
    [TestCase("flag: []", "x.yaml(1,7): a thing: flag is a list, expected true or false")]
    [TestCase("other: 1", "x.yaml(1,1): a thing: 'flag' is missing")]
    [TestCase("flga: true", "x.yaml(1,1): a thing: 'flag' is missing; is 'flga' a misspelling of it?")]
    public void Refuses_a_flag_that_is_none(string yaml, string message) => Message(() => Reader(yaml).Flag("flag")).Should().Be(message);

    [TestCase("number: 1.5", "x.yaml(1,9): a thing: number is '1.5', expected a whole number")]
    [TestCase("number: '3'", "x.yaml(1,9): a thing: number is '3', expected a whole number")]
    [TestCase("number: 99999999999", "x.yaml(1,9): a thing: number is '99999999999', expected a whole number")]
    [TestCase("number: {}", "x.yaml(1,9): a thing: number is a mapping, expected a whole number")]
    public void Refuses_a_number_that_is_none(string yaml, string message) => Message(() => Reader(yaml).NumberOrNull("number")).Should().Be(message);

    [TestCase("verdict: Pass", "x.yaml(1,10): a thing: verdict is 'Pass', expected pass, info, warn, fail, inconclusive, skipped or not-applicable")]
    [TestCase("verdict:", "x.yaml(1,9): a thing: verdict is empty, expected pass, info, warn, fail, inconclusive, skipped or not-applicable")]
    public void Refuses_a_word_outside_the_choice(string yaml, string message) => Message(() => Reader(yaml).Choice<Verdict>("verdict")).Should().Be(message);

    [TestCase("texts: one", "x.yaml(1,8): a thing: texts is 'one', expected a list of texts")]
    [TestCase("texts: []", "x.yaml(1,8): a thing: texts is an empty list, expected at least one text")]
    [TestCase("texts: [one, '']", "x.yaml(1,14): a thing: an item of texts is empty, expected a text")]
    [TestCase("texts: [one, [two]]", "x.yaml(1,14): a thing: an item of texts is a list, expected a text")]
    [TestCase("texts: [one, one]", "x.yaml(1,14): a thing: texts names 'one' twice")]
    public void Refuses_a_list_that_is_none(string yaml, string message) => Message(() => Reader(yaml).Texts("texts")).Should().Be(message);

    [TestCase("lebel: x", "x.yaml(1,1): a thing: 'lebel' is not a known key; did you mean 'level'?")]
    [TestCase("colour: x", "x.yaml(1,1): a thing: 'colour' is not a known key, expected one of level, needs")]
    public void Refuses_a_key_nobody_asks_for(string yaml, string message)
    {
        var reader = Reader(yaml);
        reader.TextOrNull("level");
        reader.TextOrNull("needs");

        Message(reader.Close).Should().Be(message);
    }

    [TestCase("[]", "x.yaml(1,1): the list is empty, expected at least a thing")]
    [TestCase("a: b", "x.yaml(1,1): this is a mapping, expected a list in which each item is a thing")]
    [TestCase("- text", "x.yaml(1,3): this is 'text', expected a thing as a mapping of fields")]
    public void Refuses_a_file_that_is_not_a_list_of_mappings(string yaml, string message) =>
        Message(() => FixtureReader.Each(FixtureFile.FromText("x.yaml", yaml).Read(), "a thing")).Should().Be(message);

    [Test]
    public void Shortens_what_it_quotes() =>
        Message(() => Reader($"flag: {new string('x', 200)}").Flag("flag")).Should().Contain($"'{new string('x', 57)}...'");

    static FixtureReader Reader(string yaml) => new(FixtureFile.FromText("x.yaml", yaml).Read(), "a thing");

    static string Message(Action action) => action.Should().Throw<FixtureException>().Which.Message;
}
