using System.Text.Json;
using System.Xml.Linq;
using Open311.Cli.City;
using Open311.Cli.Rooms;
using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Findings;

namespace Open311.Cli.Tests.City;

[CancelAfter(60_000)]
public sealed class ScorecardTests
{
    static readonly HttpClient Client = new() { DefaultRequestHeaders = { { "User-Agent", "scorecard-test/1.0" } } };

    [Test]
    public async Task A_clean_client_has_a_clean_scorecard()
    {
        var report = await ScoreAsync(async city =>
        {
            (await Client.GetAsync($"{city.Endpoint}/services.json")).EnsureSuccessStatusCode();
            (await Client.PostAsync($"{city.Endpoint}/requests.json", new FormUrlEncodedContent(city.SampleForm))).EnsureSuccessStatusCode();
        });
        report.Outcome.Should().Be(RunOutcome.Conformant);
        report.Findings.Should().OnlyContain(f => f.Verdict == Verdict.Pass || f.Verdict == Verdict.Inconclusive);
        report.Findings.Single(f => f.Requirement.Id == "CLI-KEY-001").Verdict.Should().Be(Verdict.Pass);
        report.Findings.Single(f => f.Requirement.Id == "CLI-REQS-005").Verdict.Should().Be(Verdict.Inconclusive);
        report.Classes.Single(c => c.Name == "client-write").State.Should().Be(ClassState.Granted);
        report.Classes.Single(c => c.Name == "client-batch").State.Should().Be(ClassState.NotTested);
    }

    [Test]
    public async Task A_broken_must_is_told_with_its_call_and_without_its_secrets()
    {
        var report = await ScoreAsync(async city =>
        {
            await Client.GetAsync($"{city.Endpoint}/requests.json?status=Open");
            await Client.PostAsync($"{city.Endpoint}/requests.json", new FormUrlEncodedContent([.. city.SampleForm.Where(f => f.Key != "lat"), new("email", "mia@mail.example")]));
        });
        report.Outcome.Should().Be(RunOutcome.Nonconformant);
        report.Findings.Where(f => f.Verdict == Verdict.Fail).Select(f => f.Requirement.Id).Should().BeEquivalentTo("CLI-REQS-005", "CLI-POST-008");
        var finding = report.Findings.Single(f => f.Requirement.Id == "CLI-POST-008");
        finding.Fix.Should().Contain("curl --data-urlencode");
        var exchange = report.Exchanges[finding.Exchange!.Value - 1];
        System.Text.Encoding.UTF8.GetString(exchange.Request.Body.Span).Should().Contain("[redacted]").And.NotContain("mia");
        report.Classes.Single(c => c.Name == "client-write").State.Should().Be(ClassState.Refused);
    }

    [Test]
    public async Task Silence_proves_nothing() => (await ScoreAsync(_ => Task.CompletedTask)).Outcome.Should().Be(RunOutcome.CouldNotTest);

    [Test]
    public async Task Expecting_clean_clients_writes_every_report_and_exits_1()
    {
        using var console = new FakeConsole { TimePasses = true };
        var run = Open311.Cli.Application.Open311Application.RunAsync(["mock", "--expect-clean", "--out", "score"], console);
        var endpoint = await EndpointAsync(console, run);
        await Client.GetAsync($"{endpoint}/service/001.xml");
        console.Interrupts.Press();
        (await run).Should().Be(1, console.AllText);
        var folder = Path.Combine(console.WorkingDirectory, "score");
        Directory.GetFiles(folder).Select(Path.GetFileName).Should().BeEquivalentTo("report.html", "report.json", "report.junit.xml", "report.md", "exchanges.har");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "report.json")));
        json.RootElement.GetProperty("subject").GetString().Should().Be("client");
        json.RootElement.GetProperty("exitCode").GetInt32().Should().Be(1);
        XDocument.Load(Path.Combine(folder, "report.junit.xml")).Descendants("failure").Should().ContainSingle();
        (await File.ReadAllTextAsync(Path.Combine(folder, "report.html"))).Should().Contain("Open311 client scorecard").And.Contain("CLI-PATH-002");
        console.OutText.ToString().Should().Contain("Not clean. Scorecard: score");
    }

    static async Task<string> EndpointAsync(FakeConsole console, Task run)
    {
        (await Task.WhenAny(console.OutText.FirstLine, run)).Should().Be(console.OutText.FirstLine, console.AllText);
        return JsonDocument.Parse(await console.OutText.FirstLine).RootElement.GetProperty("endpoint").GetString()!;
    }

    static async Task<RunReport> ScoreAsync(Func<IMockCity, Task> use)
    {
        await using var city = await new OwnCities(TimeProvider.System).OpenAsync(new CityOrder(), _ => { }, CancellationToken.None);
        await use(city);
        return Scorecard.Of(city, TimeProvider.System);
    }
}
