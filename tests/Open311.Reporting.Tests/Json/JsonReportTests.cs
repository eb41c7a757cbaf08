using System.Text.Json;
using NJsonSchema;
using Open311.Reporting.Tests.Samples;
using Open311.Testing;
using VerifyNUnit;

namespace Open311.Reporting.Tests.Json;

sealed class JsonReportTests
{
    [TestCaseSource(typeof(Runs), nameof(Runs.Names))]
    public async Task Follows_the_published_schema(string name)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "report.schema.json"));

        var errors = schema.Validate(await Written.Text(Runs.Named(name), ReportFormat.Json));

        errors.Should().BeEmpty();
    }

    [TestCase("\"schema\": \"open311-report/1\"", "\"schema\": \"open311-report/2\"")]
    [TestCase("\"verdict\": \"pass\"", "\"verdict\": \"green\"")]
    [TestCase("\"state\": \"granted\"", "\"state\": \"yes\"")]
    [TestCase("\"pointer\": null", "\"place\": null")]
    [TestCase("\"exitCode\": 0", "\"exitCode\": 2")]
    [TestCase("\"not-applicable\": 0", "\"not-applicable\": -1")]
    public async Task The_schema_refuses_what_is_not_a_report(string right, string wrong)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "report.schema.json"));
        var json = await Written.Text(Sample.Run(), ReportFormat.Json);
        json.Should().Contain(right);

        schema.Validate(json.Replace(right, wrong, StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    [TestCase("one-failure")]
    [TestCase("could-not-test")]
    public async Task Says_what_was_found(string name) =>
        await Verifier.Verify(await Written.Text(Runs.Named(name), ReportFormat.Json), "json");

    [Test]
    public async Task Every_finding_has_every_member_even_where_nothing_is_known()
    {
        using var json = JsonDocument.Parse(await Written.Text(Runs.OneFailure(), ReportFormat.Json));

        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToList();

        findings.Should().HaveCount(7);
        findings.Should().AllSatisfy(finding => finding.EnumerateObject().Select(m => m.Name).Should().Contain(
            ["requirement", "level", "basis", "verdict", "format", "case", "message", "expected", "actual", "exchange", "pointer", "fix"]));
    }

    [Test]
    public async Task Keeps_received_text_as_it_came_but_for_secrets_and_size()
    {
        var report = Sample.Run();
        report = report with { Notes = ["<b>\u202E\u0001é😀", new string('y', 5_000)] };

        using var json = JsonDocument.Parse(await Written.Text(report, ReportFormat.Json));

        var notes = json.RootElement.GetProperty("notes").EnumerateArray().Select(n => n.GetString()!).ToList();
        notes[0].Should().Be("<b>\u202E\u0001é😀");
        notes[1].Should().HaveLength(2_000 + " … (5,000 characters in all)".Length);
    }
}
