using Open311.Acceptance.Tests.Reports;
using Open311.Mock.Cities;
using Open311.Mock.Serving;
using Open311.Testing.Hostile;

namespace Open311.Acceptance.Tests.Hostility;

/// <summary>A city may write what it likes: texts are judged as texts and shown as texts.</summary>
[CancelAfter(120_000)]
internal sealed class HostileTextTests
{
    [Test]
    public async Task A_correct_city_conforms_whatever_its_texts_say(CancellationToken cancellation)
    {
        await using var city = await CityServer.StartAsync(
            new CityServerOptions { City = City.Parse("hostile", HostileCity.Yaml(HostileText.Lawful)) }, cancellation);

        var run = await Open311Command.CheckAsync(cancellation, city.Endpoint.OriginalString);

        TestContext.Out.WriteLine(run);
        var findings = ReportFiles.Json(run).GetProperty("findings").EnumerateArray()
            .Where(f => f.GetProperty("verdict").GetString() is "fail" or "warn").Select(f => $"{f.GetProperty("requirement")}: {f.GetProperty("message")}");

        // Requirements on text itself warn of what looks like markup, an entity escaped twice, or terms without commas; nothing else may.
        string[] ofText = ["GR2-ENC-007", "GR2-SVC-009", "GR2-SVC-013", "GR2-REQS-013", "GR2-REQ-004"];
        findings.Where(f => !ofText.Contains(f.Split(':')[0])).Should().BeEmpty();
        run.ExitCode.Should().Be(0, run.Printed);
        ReportFiles.CheckPrinted(run.Printed);
        await ReportFiles.CheckAsync(run);
    }

    [Test]
    public async Task Hostile_text_that_is_reported_is_shown_as_text(CancellationToken cancellation)
    {
        await using var city = await CityServer.StartAsync(cancellation: cancellation);
        await using var proxy = new CityProxy(city.Endpoint) { Body = Poison.SparingIdentifiers.Spoil };

        var run = await Open311Command.CheckAsync(cancellation, proxy.Endpoint, "--verbose");

        run.ExitCode.Should().Be(1, run.Printed);
        run.Read("report.html").Should().Contain("&lt;script&gt;document.title").And.NotContain("<script>document.title");
        run.Read("report.md").Should().Contain("pwned");
        ReportFiles.CheckPrinted(run.Printed);
        await ReportFiles.CheckAsync(run);
    }
}
