using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using NJsonSchema;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Reporting.Tests.Samples;
using Open311.Testing;

namespace Open311.Reporting.Tests.Conforming;

/// <summary>Who asks others to conform, does: every format that others read follows its own rules.</summary>
sealed class OwnFormatsTests
{
    static readonly string[] names = [.. Runs.Names, "profiled"];

    [TestCaseSource(nameof(names))]
    public async Task The_evidence_is_a_http_archive_1_2(string name) => (await HarErrorsAsync(Run(name))).Should().BeEmpty();

    [Test]
    public async Task Also_with_a_post_with_bytes_that_are_no_text_and_without_an_answer()
    {
        var sample = Sample.Exchange(1);
        (await HarErrorsAsync(Sample.Run() with
        {
            Exchanges =
            [
                sample with { Request = sample.Request with { Method = "POST", Body = Encoding.UTF8.GetBytes("a=b"), Headers = [new("Content-Type", "application/x-www-form-urlencoded")] } },
                sample with { Number = 2, Answer = sample.Answer! with { Body = new byte[] { 0xFF, 0x00 }, Raw = new byte[] { 1 }, WireDefects = [(WireDefect.ShortBody, "Short.")] } },
                sample with { Number = 3, Answer = null, Outcome = ExchangeOutcome.TimedOut, Problem = "No answer.", Wait = TimeSpan.FromSeconds(20), Duration = TimeSpan.FromSeconds(15) },
            ],
        })).Should().BeEmpty();
    }

    [TestCase("\"cache\"", "\"cash\"")]
    [TestCase("\"version\": \"1.2\"", "\"version\": \"1.1\"")]
    [TestCase("\"status\": 200", "\"status\": \"200\"")]
    public async Task The_rules_of_archives_refuse_what_is_none(string right, string wrong)
    {
        var har = await HarAsync(Sample.Run());
        har.Should().Contain(right);
        (await HarSchemaAsync()).Validate(har.Replace(right, wrong, StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    [TestCaseSource(nameof(names))]
    public async Task The_report_for_build_servers_follows_what_they_agree_on(string name) =>
        XmlErrors(await Written.Text(Run(name), ReportFormat.Junit)).Should().BeEmpty();

    [TestCase("<testcase ", "<testkase ")]
    [TestCase("tests=\"", "tests=\"x")]
    [TestCase(" classname=", " klass=")]
    public async Task The_rules_of_build_servers_refuse_what_they_cannot_read(string right, string wrong) =>
        XmlErrors((await Written.Text(Runs.OneFailure(), ReportFormat.Junit)).Replace(right, wrong, StringComparison.Ordinal).Replace("</testcase>", wrong == "<testkase " ? "</testkase>" : "</testcase>", StringComparison.Ordinal)).Should().NotBeEmpty();

    [Test]
    public async Task A_report_with_a_profile_follows_its_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "report.schema.json"));
        schema.Validate(await Written.Text(Run("profiled"), ReportFormat.Json)).Should().BeEmpty();
    }

    [TestCase(ReportFormat.Html)]
    [TestCase(ReportFormat.Markdown)]
    [TestCase(ReportFormat.Junit)]
    [TestCase(ReportFormat.Json)]
    public async Task Every_report_tells_the_verdict_on_a_profile(ReportFormat format)
    {
        var text = await Written.Text(Run("profiled"), format);
        text.Should().Contain("read-xml").And.Contain("Ada").And.Contain("2026-01-01");
        if (format is ReportFormat.Html or ReportFormat.Markdown or ReportFormat.Json)
            text.Should().Contain("Does not meet the profile rfp: 1 demand is violated; 1 waiver has expired.");
    }

    static RunReport Run(string name)
    {
        if (name != "profiled")
            return Runs.Named(name);
        var demand = new ProfileDemand(Duty.Mandatory, true, "read-xml");
        var waiver = new ProfileWaiver("GR2-ENC-003", "Ada", "Next release.", new DateOnly(2026, 1, 1));
        return Runs.OneFailure() with
        {
            Profile = new ProfileVerdict(
                new BuyerProfile("rfp", "The tender", [demand], [waiver]),
                [
                    new DemandResult(demand, "Reading in XML", DemandState.Violated, "One must-requirement is violated.", ["GR2-ENC-003"], 1),
                    new DemandResult(demand with { Name = "write", Duty = Duty.Recommended }, "Reporting", DemandState.NotExercised, "Needs a key.", []),
                    new DemandResult(demand with { Name = "discovery" }, "Service discovery", DemandState.Met, "All of it.", []),
                ],
                [waiver]),
        };
    }

    static async Task<ICollection<NJsonSchema.Validation.ValidationError>> HarErrorsAsync(RunReport report) => (await HarSchemaAsync()).Validate(await HarAsync(report));

    static async Task<string> HarAsync(RunReport report)
    {
        using var written = new Written();
        await new ReportWriter().WriteAsync(report, written.Folder, new HashSet<ReportFormat>());
        return await File.ReadAllTextAsync(Path.Combine(written.Folder.FullName, ReportWriter.EvidenceName));
    }

    static Task<JsonSchema> HarSchemaAsync() => JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "har.schema.json"));

    static List<string> XmlErrors(string xml)
    {
        var schemas = new XmlSchemaSet();
        using (var reader = XmlReader.Create(Repository.PathOf("fixtures", "schemas", "junit.xsd")))
            schemas.Add(null, reader);
        var errors = new List<string>();
        XDocument.Parse(xml).Validate(schemas, (_, e) => errors.Add(e.Message));
        return errors;
    }
}
