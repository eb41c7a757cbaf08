using Open311.Mock.Fixtures;
using Open311.Mock.Tests.Fixtures;
using Open311.Mock.Variations;
using Open311.Testing;

namespace Open311.Mock.Tests.Variations;

public sealed class VariationFilesFollowTheirSchema
{
    const string Good = """
        - id: some-variation
          title: A city does something otherwise.
          lawful: The specification leaves it open (GR2-REQS-005).
          requirements: [GR2-REQS-005]
          warns: [GR2-REQS-010]
          withholds: [read-json]
          needs: [coding]
          change:
            - drop-empty: { as: absent, except: [description] }
        """;

    static IEnumerable<string> Files => Directory.GetFiles(Repository.PathOf("fixtures", "variations"), "*.yaml").Select(f => Path.GetFileName(f)!);

    [TestCaseSource(nameof(Files))]
    public async Task And_tell_editors_where_it_is(string file)
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("fixtures", "variations", file));

        (await SchemaProblems.OfAsync("variation.schema.json", text)).Should().BeEmpty();
        text.Should().StartWith("# yaml-language-server: $schema=../schemas/variation.schema.json\n");
    }

    [TestCase("lawful: The specification leaves it open (GR2-REQS-005).", "lawful: ''", true)]
    [TestCase("lawful:", "lawfull:", true)]
    [TestCase("warns:", "fails:", true)]
    [TestCase("warns: [GR2-REQS-010]", "warns: []", false)]
    [TestCase("needs: [coding]", "needs: [codings]", false)]
    [TestCase("as: absent", "as: gone", true)]
    [TestCase("except: [description]", "but: [description]", true)]
    public async Task Which_refuses_what_the_reader_refuses(string was, string now, bool readerSeesIt)
    {
        Good.Should().Contain(was);
        var broken = Good.Replace(was, now, StringComparison.Ordinal);
        var parse = () => VariationCatalog.Parse("variations.yaml", broken);

        (await SchemaProblems.OfAsync("variation.schema.json", Good)).Should().BeEmpty();
        (await SchemaProblems.OfAsync("variation.schema.json", broken)).Should().NotBeEmpty();
        if (readerSeesIt)
            parse.Should().Throw<FixtureException>().Which.Message.Should().StartWith("variations.yaml:");
    }
}
