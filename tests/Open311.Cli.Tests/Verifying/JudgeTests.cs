using System.Text;
using System.Text.Json;
using Open311.Cli.Application;
using Open311.Cli.Tests.Fakes;
using Open311.Mock.Serving;

namespace Open311.Cli.Tests.Verifying;

/// <summary>A recording of a browser or a proxy is judged as far as it goes.</summary>
[CancelAfter(120_000)]
public sealed class JudgeTests
{
    const string Services = """<?xml version="1.0" encoding="utf-8"?><services><service><service_code>001</service_code><service_name>Potholes</service_name><description>Holes</description><metadata>false</metadata><type>TYPE</type><keywords>a</keywords><group>g</group></service></services>""";
    const string Requests = """[{"service_request_id":"1","status":"open","service_name":"Potholes","service_code":"001","description":"d","requested_datetime":"2026-05-01T10:00:00Z","updated_datetime":"2026-05-01T10:00:00Z","address":"1 High Street","lat":37.5,"long":-122.25}]""";

    [Test]
    public async Task A_sound_recording_shows_no_violation()
    {
        var (exitCode, told) = await JudgeAsync(Entry("https://city.example/v2/services.xml", 200, "text/xml; charset=utf-8", Services.Replace("TYPE", "realtime", StringComparison.Ordinal)));
        exitCode.Should().Be(0, told);
        told.Should().Contain("1 questions to the endpoint were judged; 0 entries could not be.").And.Contain("No violation in what was recorded.");
    }

    [Test]
    public async Task A_violation_in_it_is_found()
    {
        var (exitCode, told) = await JudgeAsync(Entry("https://city.example/v2/services.xml", 200, "text/xml; charset=utf-8", Services.Replace("TYPE", "Realtime", StringComparison.Ordinal)));
        exitCode.Should().Be(1);
        told.Should().Contain("GR2-SVC-").And.Contain("Realtime").And.Contain("Does not conform.");
    }

    [Test]
    public async Task Whatever_was_asked_is_judged_in_base64_and_with_parts_of_http_2()
    {
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(Requests.Replace("\"open\"", "\"Open\"", StringComparison.Ordinal)));
        var (exitCode, told) = await JudgeAsync(Entry("https://city.example/v2/requests.json?start_date=2026-04-20T00:00:00Z&status=open&page_size=7", 200, "application/json; charset=utf-8", body, "base64", "[{\"name\":\":status\",\"value\":\"200\"},{\"name\":\"content-type\",\"value\":\"application/json; charset=utf-8\"},{\"name\":\"content-encoding\",\"value\":\"br\"}]"));
        exitCode.Should().Be(1, told);
        told.Should().Contain("Open").And.NotContain("content-encoding");
    }

    [Test]
    public async Task What_cannot_be_judged_is_said()
    {
        var (exitCode, told) = await JudgeAsync(
            Entry("https://city.example/v2/services.xml", 200, "text/xml; charset=utf-8", ""),
            Entry("https://city.example/v2/requests.xml", 304, "text/xml", ""),
            Entry("https://city.example/app.js", 200, "text/javascript", "x"));
        exitCode.Should().Be(3, told);
        told.Should().Contain("0 questions to the endpoint were judged; 2 entries could not be.")
            .And.Contain("Entry 1 (GET https://city.example/v2/services.xml): the recording holds no body of the answer.")
            .And.Contain("(304)");
    }

    [Test]
    public async Task The_endpoint_asked_most_is_judged_unless_another_is_named()
    {
        string[] entries =
        [
            Entry("https://a.example/v2/services.xml", 200, "text/xml; charset=utf-8", Services.Replace("TYPE", "realtime", StringComparison.Ordinal)),
            Entry("https://a.example/v2/services.json", 404, "application/json; charset=utf-8", """[{"code":404,"description":"no"}]"""),
            Entry("https://b.example/services.xml", 200, "text/xml; charset=utf-8", Services.Replace("TYPE", "Batch", StringComparison.Ordinal)),
        ];
        (await JudgeAsync(entries)).Told.Should().Contain("The recording holds 2 endpoints; https://a.example/v2 is judged");
        using var console = new FakeConsole();
        console.WriteFile("r.har", Har(entries));
        (await Open311Application.RunAsync(["judge", "r.har", "--base", "https://b.example", "--out", "out"], console)).Should().Be(1);
        (await Open311Application.RunAsync(["judge", "r.har", "--base", "https://c.example", "--out", "out"], console)).Should().Be(2);
        console.ErrorText.ToString().Should().Contain("--base: The recording holds nothing of https://c.example; it holds https://a.example/v2, https://b.example.");
    }

    [Test]
    public async Task Is_held_against_a_profile_and_a_baseline_and_told_in_German()
    {
        using var console = new FakeConsole();
        console.WriteFile("r.har", Har(Entry("https://city.example/v2/services.xml", 200, "text/xml; charset=utf-8", Services.Replace("TYPE", "Realtime", StringComparison.Ordinal))));
        console.WriteFile("rfp.yaml", "name: rfp\ntitle: The tender\nmandatory:\n  requirements: [GR2-SVC-001]\n");
        async Task<int> Judge(params string[] more) => await Open311Application.RunAsync(["judge", "r.har", "--out", "out", .. more], console);

        (await Judge("--profile", "rfp.yaml", "--lang", "de")).Should().Be(0, console.AllText);
        console.OutText.ToString().Should().Contain("Meets the profile rfp.").And.Contain("Does not conform.", "the profile does not change what is so");
        var page = await File.ReadAllTextAsync(Path.Combine(console.WorkingDirectory, "out", "report.html"));
        page.Should().Contain("<html lang=\"de\">").And.Contain("The tender");

        console.WriteFile("known.yaml", "known: []\n");
        (await Judge("--baseline", "known.yaml")).Should().Be(1);
        console.OutText.ToString().Should().Contain("Baseline known.yaml: 1 new, 0 stale, 0 expired, 0 known.");

        (await Judge("--profile", "rpf.yaml")).Should().Be(2);
        (await Judge("--lang", "fr")).Should().Be(2);
        console.ErrorText.ToString().Should().Contain("--profile: There is neither a file nor a shipped profile 'rpf.yaml'.").And.Contain("--lang: No report is written in 'fr'");
    }

    [Test]
    public async Task No_key_of_whoever_recorded_reaches_a_report()
    {
        using var console = new FakeConsole();
        console.WriteFile("r.har", Har(Entry("https://city.example/v2/services.xml?api_key=open-sesame-42", 200, "text/xml; charset=utf-8", Services.Replace("TYPE", "realtime", StringComparison.Ordinal))));
        await Open311Application.RunAsync(["judge", "r.har", "--out", "out"], console);
        console.AllText.Should().NotContain("sesame");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(console.WorkingDirectory, "out")))
            (await File.ReadAllTextAsync(file)).Should().NotContain("sesame", file);
    }

    [TestCase("", "The file is no HAR")]
    [TestCase("[1,2", "The file is no HAR")]
    [TestCase("""{"log":{"entries":[7]}}""", "Entry 1 of the HAR cannot be read")]
    [TestCase("""{"log":{"entries":[{"request":{"url":"javascript:1"}}]}}""", "Entry 1 of the HAR cannot be read")]
    [TestCase("""{"log":{"entries":[]}}""", "none with a GeoReport endpoint")]
    public async Task What_is_no_recording_is_told(string har, string sentence)
    {
        using var console = new FakeConsole();
        console.WriteFile("r.har", har);
        (await Open311Application.RunAsync(["judge", "r.har", "--out", "out"], console)).Should().Be(2);
        console.ErrorText.ToString().Should().Contain(sentence);
    }

    [Test]
    public async Task Our_own_evidence_is_judged_without_a_false_failure()
    {
        using var console = new FakeConsole();
        var bundle = await CityBundle.PackAsync(new CityServerOptions(), t => t with { Only = ["GR2-REQS-*", "GR2-SVC-*", "GR2-REQ-*"], ApiKey = null });
        await File.WriteAllBytesAsync(Path.Combine(console.WorkingDirectory, "r.har"), CityBundle.Members(bundle)["exchanges.har"]);
        var exitCode = await Open311Application.RunAsync(["judge", "r.har", "--out", "out"], console);
        var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(console.WorkingDirectory, "out", "report.json"))).RootElement;
        report.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("verdict").GetString() == "fail").Select(f => $"{f.GetProperty("requirement")} {f.GetProperty("message")}").Should().BeEmpty();
        exitCode.Should().Be(0);
    }

    static async Task<(int ExitCode, string Told)> JudgeAsync(params string[] entries)
    {
        using var console = new FakeConsole();
        console.WriteFile("r.har", Har(entries));
        var exitCode = await Open311Application.RunAsync(["judge", "r.har", "--out", "out"], console);
        return (exitCode, console.AllText);
    }

    static string Har(params string[] entries) =>
        $$"""{"log":{"version":"1.2","creator":{"name":"a browser","version":"1"},"entries":[{{string.Join(',', entries)}}] } }""";

    static string Entry(string url, int status, string type, string body, string? encoding = null, string? headers = null) => JsonSerializer.Serialize(new
    {
        startedDateTime = "2026-05-20T12:00:00.000+02:00",
        time = 12.5,
        request = new { method = "GET", url, httpVersion = "HTTP/2.0", headers = new[] { new { name = ":method", value = "GET" } } },
        response = new
        {
            status,
            statusText = "",
            httpVersion = "HTTP/2.0",
            headers = headers is null ? JsonSerializer.SerializeToElement(new[] { new { name = "Content-Type", value = type } }) : JsonSerializer.Deserialize<JsonElement>(headers),
            content = new { size = body.Length, mimeType = type, text = body, encoding },
        },
        timings = new { send = 0, wait = 12.5, receive = 0 },
    });
}
