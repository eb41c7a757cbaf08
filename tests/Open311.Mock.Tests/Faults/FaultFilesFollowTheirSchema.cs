using Open311.Mock.Faults;
using Open311.Mock.Fixtures;
using Open311.Mock.Tests.Fixtures;
using Open311.Testing;

namespace Open311.Mock.Tests.Faults;

public sealed class FaultFilesFollowTheirSchema
{
    const string Good = """
        - id: some-fault
          title: A city does something wrong.
          requirements: [GR2-REQS-004]
          follows: [GR2-REQS-027]
          needs: [json]
          subtle: true
          city: two-rivers
          change:
            - edit-field: { on: [requests, request], field: status, to: in_progress, one_in: 4, where: { status: open } }
            - rules: { unknown_code: refuse, max_requests: 20 }
        """;

    static IEnumerable<string> Files => Directory.GetFiles(Repository.PathOf("fixtures", "faults"), "*.yaml").Select(f => Path.GetFileName(f)!);

    [TestCaseSource(nameof(Files))]
    public async Task And_tell_editors_where_it_is(string file)
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("fixtures", "faults", file));

        (await SchemaProblems.OfAsync("fault.schema.json", text)).Should().BeEmpty();
        text.Should().StartWith("# yaml-language-server: $schema=../schemas/fault.schema.json\n");
    }

    [Test]
    public async Task So_does_the_list_of_requirements_without_a_fault()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("fixtures", "selftest", "without-fault.yaml"));

        (await SchemaProblems.OfAsync("without-fault.schema.json", text)).Should().BeEmpty();
        text.Should().StartWith("# yaml-language-server: $schema=../schemas/without-fault.schema.json\n");
        (await SchemaProblems.OfAsync("without-fault.schema.json", text.Replace("reason:", "because:", StringComparison.Ordinal))).Should().NotBeEmpty();
        (await SchemaProblems.OfAsync("without-fault.schema.json", $"{text}  since: 2026\n")).Should().NotBeEmpty();
    }

    [TestCase("id: some-fault", "id: Some Fault", false)]
    [TestCase("title: A city", "titel: A city", true)]
    [TestCase("something wrong.", "something wrong", false)]
    [TestCase("requirements: [GR2-REQS-004]", "requirements: []", true)]
    [TestCase("requirements: [GR2-REQS-004]", "requirements: [status]", false)]
    [TestCase("needs: [json]", "needs: [jason]", false)]
    [TestCase("subtle: true", "subtle: very", true)]
    [TestCase("subtle: true", "sutble: true", true)]
    [TestCase("edit-field:", "edit-fields:", true)]
    [TestCase("field: status,", "feild: status,", true)]
    [TestCase("on: [requests, request]", "on: [tickets]", true)]
    [TestCase("one_in: 4", "one_in: four", true)]
    [TestCase("where: { status: open }", "where: status", true)]
    [TestCase("unknown_code: refuse", "unknown_code: panic", true)]
    [TestCase("unknown_code: refuse", "unknown_codes: refuse", true)]
    [TestCase("max_requests: 20", "max_requests: 20, when_method: POST", true)]
    public async Task Which_refuses_what_the_reader_refuses(string was, string now, bool readerSeesIt)
    {
        Good.Should().Contain(was);
        var broken = Good.Replace(was, now, StringComparison.Ordinal);
        var parse = () => FaultCatalog.Parse("faults.yaml", broken);

        (await SchemaProblems.OfAsync("fault.schema.json", Good)).Should().BeEmpty();
        (await SchemaProblems.OfAsync("fault.schema.json", broken)).Should().NotBeEmpty();
        if (readerSeesIt)
            parse.Should().Throw<FixtureException>().Which.Message.Should().StartWith("faults.yaml:");
    }
}
