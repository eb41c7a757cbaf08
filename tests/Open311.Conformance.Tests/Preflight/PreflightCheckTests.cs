using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Preflight;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Exchanges;
using VerifyNUnit;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using static Open311.Conformance.Tests.Exchanges.ScriptedSource;

namespace Open311.Conformance.Tests.Preflight;

public sealed class PreflightCheckTests
{
    static readonly RunSettings Settings = new() { Pause = TimeSpan.Zero, MaxRetryAfter = TimeSpan.Zero };

    static IEnumerable<TestCaseData> Situations() =>
        PreflightSituations.All().Select(s => new TestCaseData(s.Name).SetArgDisplayNames(s.Name));

    [TestCaseSource(nameof(Situations))]
    public async Task Tells_situations_apart(string name)
    {
        var situation = PreflightSituations.All().Single(s => s.Name == name);

        var result = await RunAsync(situation.Target, situation.Source);

        result.State.Should().Be(situation.Expected, result.Message);
        result.Message.Should().EndWith(".").And.NotContain("topsecret").And.NotContain("\n");
        result.IsReady.Should().Be(result.Advice is null, "whoever cannot start is told what to do");
        (result.Advice ?? "Run.").Should().EndWith(".");
        result.Notes.Should().NotContain(n => !n.EndsWith('.'));
    }

    [TestCaseSource(nameof(Situations))]
    public async Task Asks_little_and_only_the_hosts_it_may(string name)
    {
        var situation = PreflightSituations.All().Single(s => s.Name == name);

        await RunAsync(situation.Target, situation.Source);

        var asked = situation.Source.Asked;
        asked.Should().AllSatisfy(a =>
        {
            a.Method.Should().Be("GET");
            a.CaseId.Should().Be("preflight");
        });
        asked.Where(a => a.Attempt == 0).Select(a => a.Key).Distinct().Count().Should().BeLessThanOrEqualTo(20);
        asked.Where(a => a.Url.Host != "city.example" && a.Url.OriginalString.Contains("topsecret")).Should().BeEmpty();
    }

    [Test]
    public async Task Says_what_it_found_and_what_to_do()
    {
        var told = new StringBuilder();
        foreach (var situation in PreflightSituations.All())
        {
            var result = await RunAsync(situation.Target, situation.Source);
            told.Append("## ").AppendLine(situation.Name).Append(result.State).AppendLine().AppendLine(result.Message);
            if (result.Advice is { } advice)
                told.Append("-> ").AppendLine(advice);
            foreach (var note in result.Notes)
                told.Append("* ").AppendLine(note);
            told.AppendLine();
        }

        await Verifier.Verify(told.ToString(), "txt");
    }

    [Test]
    public async Task Asks_the_very_questions_the_cases_ask()
    {
        var source = new ScriptedSource { Otherwise = Answering(200, PreflightSituations.Services) };
        var target = new Target
        {
            Endpoint = ProbeUrl.Exact("https://city.example/v2"),
            Jurisdictions = ["a b", "other"],
            ExtraQuery = [KeyValuePair.Create("lat", "1,5")],
            ExtraHeaders = [KeyValuePair.Create("X-Proxy", "yes")],
            ApiKey = "topsecret",
        };

        await RunAsync(target, source);

        source.Asked.Select(a => a.Url.OriginalString).Should().Equal(
            "https://city.example/v2/services.xml?jurisdiction_id=a%20b&lat=1,5",
            "https://city.example/v2/requests.xml?jurisdiction_id=a%20b&lat=1,5");
        source.Asked.Should().AllSatisfy(a => a.Headers.Should().Equal(new HeaderField("X-Proxy", "yes")));
    }

    [Test]
    public async Task Stops_trying_neighbours_when_told_to_slow_down()
    {
        var source = new ScriptedSource().On("https://city.example/open311/v2/v2/services.xml", Answering(429));

        var result = await RunAsync(new Target { Endpoint = ProbeUrl.Exact(PreflightSituations.Base) }, source);

        result.State.Should().Be(PreflightState.WrongBasePath);
        source.Asked.Select(a => a.Url.AbsolutePath).Should().NotContain("/services.xml");
    }

    [TestCase("https://h.example/open311/v2", "/open311/v2/v2", "/open311/v2/georeport/v2", "/open311/v2/open311/v2", "/open311", "", "/georeport/v2", "/v2")]
    [TestCase("https://h.example:8443", "/v2", "/georeport/v2", "/open311/v2")]
    [TestCase("https://h.example/a/v1", "/a/v2", "/a/v1/v2", "/a", "/v2", "")]
    [TestCase("https://h.example/a/discovery.xml", "/a", "/a/v2")]
    [TestCase("https://h.example/a/api", "/a", "/a/v2", "/a/open311/v2", "/open311/v2")]
    [TestCase("https://h.example/a/requests/12.json", "/a")]
    [TestCase("https://h.example/a/services/", "/a")]
    [TestCase("https://h.example/1/2/3/4/5/6/7/8/9/10/11/12", "/1/2/3/4/5/6/7/8/9/10/11", "/open311/v2", "/georeport/v2", "/v2")]
    [TestCase("https://h.example/%2e%2E/v2?x=1", "/%2e%2E")]
    public void Tries_likely_base_paths_on_the_same_host(string endpoint, params string[] expected)
    {
        var url = ProbeUrl.Exact(endpoint);

        var neighbours = Neighbours.Of(url);

        neighbours.Select(n => n.OriginalString).Should().Contain(expected.Select(e => url.GetLeftPart(UriPartial.Authority) + e))
            .And.OnlyHaveUniqueItems().And.NotContain(endpoint.TrimEnd('/'));
        neighbours.Should().HaveCountLessThanOrEqualTo(Neighbours.Most).And.AllSatisfy(n => n.Authority.Should().Be(url.Authority));
    }

    [Test]
    public async Task A_neighbour_that_redirects_elsewhere_is_not_followed()
    {
        using var server = WireMockServer.Start();
        using var other = WireMockServer.Start();
        other.Given(Request.Create()).RespondWith(Response.Create().WithBody(PreflightSituations.Services));
        server.Given(Request.Create().WithPath("/v2/services.xml")).RespondWith(Response.Create().WithStatusCode(302).WithHeader("Location", other.Url + "/services.xml"));

        var result = await RunAsync(server.Url!);

        result.State.Should().Be(PreflightState.WrongBasePath);
        result.Message.Should().Contain("nearby brings a service list");
        other.LogEntries.Should().BeEmpty();
    }

    [Test]
    public async Task Finds_the_base_path_of_a_running_server()
    {
        using var server = WireMockServer.Start();
        server.Given(Request.Create().WithPath("/georeport/v2/services.xml")).RespondWith(Response.Create().WithHeader("Content-Type", "text/xml").WithBody(PreflightSituations.Services));

        var result = await RunAsync(server.Url + "/");

        result.State.Should().Be(PreflightState.WrongBasePath);
        result.Advice.Should().Be($"Run the check with {server.Url}/georeport/v2.");
        server.LogEntries.Should().AllSatisfy(e => e.RequestMessage!.Headers!["X-Open311-Case"].Should().Equal("preflight"));
    }

    [Test]
    public async Task A_running_server_that_answers_is_ready()
    {
        using var server = WireMockServer.Start();
        server.Given(Request.Create().WithPath("/services.xml")).RespondWith(Response.Create().WithHeader("Content-Type", "text/html").WithBody(PreflightSituations.Services));

        var result = await RunAsync(server.Url!);

        result.State.Should().Be(PreflightState.Ready);
        server.LogEntries.Should().HaveCount(2);
    }

    [Test]
    public async Task Ends_with_the_run()
    {
        using var run = new CancellationTokenSource();
        await run.CancelAsync();

        var running = async () => await PreflightCheck.RunAsync(
            new Target { Endpoint = ProbeUrl.Exact(PreflightSituations.Base) }, new Inquirer(new ScriptedSource(), Settings, TimeProvider.System), TimeProvider.System, run.Token);

        await running.Should().ThrowAsync<OperationCanceledException>();
    }

    static async Task<PreflightResult> RunAsync(string endpoint)
    {
        await using var probe = new HttpProbe(Settings, TimeProvider.System);
        return await RunAsync(new Target { Endpoint = ProbeUrl.Exact(endpoint) }, probe);
    }

    static Task<PreflightResult> RunAsync(Target target, IExchangeSource source) =>
        PreflightCheck.RunAsync(target, new Inquirer(source, Settings, TimeProvider.System, target.ApiKey), TimeProvider.System, CancellationToken.None);
}
