using Open311.Conformance.Fixtures;
using Open311.Testing;

namespace Open311.Conformance.Tests.Fixtures;

public sealed class FixtureFileTests
{
    [Test]
    public void Keeps_the_place_of_every_node()
    {
        var root = Read("# a comment\nfirst: one\nlist:\n  - a\n  - b: c\n");

        root.Fields[0].KeyNode.Should().Match<FixtureNode>(node => node.Line == 2 && node.Column == 1);
        root.Fields[0].Value.Should().Match<FixtureNode>(node => node.Line == 2 && node.Column == 8);
        root.Fields[1].Value.Items[1].Fields[0].Value.Should().Match<FixtureNode>(node => node.Line == 5 && node.Column == 8);
    }

    [TestCase("''", false)]
    [TestCase("", true)]
    [TestCase("~", true)]
    [TestCase("null", true)]
    [TestCase("'null'", false)]
    [TestCase("none", false)]
    public void Tells_nothing_from_text(string yaml, bool isNull) => Read($"key: {yaml}").Fields[0].Value.IsNull.Should().Be(isNull);

    [Test]
    public void Keeps_a_folded_text_in_one_line() => Read("key: >-\n  one\n  two: # three\n").Fields[0].Value.Text.Should().Be("one two: # three");

    [TestCase("", "x.yaml: the file is empty, expected a YAML document")]
    [TestCase("# only a comment\n", "x.yaml: the file is empty, expected a YAML document")]
    [TestCase("a: 1\n---\nb: 2\n", "x.yaml(2,1): a second document starts here, expected one document in a file")]
    [TestCase("a: 1\na: 2\n", "x.yaml(2,1): 'a' is given twice, first in line 1")]
    [TestCase("a: &x 1\nb: *x\n", "x.yaml(1,4): an anchor stands here, expected the value itself (fixtures use no anchors)")]
    [TestCase("- *x\n", "x.yaml(1,3): an alias stands here, expected the value itself (fixtures use no anchors)")]
    [TestCase("a: !!str 1\n", "x.yaml(1,4): the tag tag:yaml.org,2002:str stands here, expected the value itself (fixtures use no tags)")]
    [TestCase("? [a]\n: 1\n", "x.yaml(1,3): a key is a list, expected a name")]
    [TestCase("? ''\n: 1\n", "x.yaml(1,3): a key is empty, expected a name")]
    public void Refuses_what_fixtures_do_not_use(string yaml, string message) =>
        FluentActions.Invoking(() => Read(yaml)).Should().Throw<FixtureException>().WithMessage(message);

    [TestCase("a: [1, 2\n")]
    [TestCase("a: 'open\n")]
    [TestCase("a: b: c\n")]
    [TestCase("a:\n\t- tab\n")]
    public void Refuses_what_is_not_yaml_and_says_where(string yaml) =>
        FluentActions.Invoking(() => Read(yaml)).Should().Throw<FixtureException>()
            .WithMessage("x.yaml(*,*): this is not valid YAML: *")
            .Which.Line.Should().BeInRange(1, 3);

    [Test]
    public void Refuses_deep_nesting_before_it_can_exhaust_the_stack() =>
        FluentActions.Invoking(() => Read(new string('[', 5000) + new string(']', 5000))).Should().Throw<FixtureException>()
            .WithMessage("*this is nested more than 24 levels deep");

    [Test]
    public void Refuses_a_folder_that_does_not_exist() =>
        FluentActions.Invoking(() => FixtureFile.InFolder(new DirectoryInfo("/no/such/folder"))).Should().Throw<FixtureException>()
            .WithMessage("/no/such/folder: there is no such folder of fixtures");

    [Test]
    public void Refuses_a_folder_without_fixtures()
    {
        var empty = Directory.CreateTempSubdirectory("open311-fixtures");
        try
        {
            FluentActions.Invoking(() => FixtureFile.InFolder(empty)).Should().Throw<FixtureException>()
                .WithMessage("*: there is no .yaml file in this folder");
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    [Test]
    public void Embeds_every_requirement_file_of_the_checkout()
    {
        var embedded = FixtureFile.Embedded("requirements");
        var onDisk = FixtureFile.InFolder(new DirectoryInfo(Repository.PathOf("fixtures", "requirements")));

        embedded.Select(file => file.Stem).Should().Equal(onDisk.Select(file => file.Stem));
        embedded.Should().OnlyContain(file => file.Name.StartsWith("fixtures/requirements/", StringComparison.Ordinal));
    }

    static FixtureNode Read(string yaml) => FixtureFile.FromText("x.yaml", yaml).Read();
}
