using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WireMock.Logging;
using WireMock.Matchers;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Open311.Mock.WireMock.Tests;

public sealed class PrepareOpen311CityTests
{
    const HttpStatusCode Stubbed = (HttpStatusCode)418;

    WireMockServer server = null!;
    MappedCity city = null!;
    HttpClient client = null!;

    [SetUp]
    public void Start() => Start(new WireMockServerSettings());

    [TearDown]
    public async Task Stop()
    {
        client.Dispose();
        await city.DisposeAsync();
        server.Dispose();
    }

    [Test]
    public async Task A_call_that_no_path_concerns_is_not_searched_for()
    {
        var header = new CountingMatcher();
        server.Given(Request.Create().WithPath("/open311/v2/services.json").WithHeader("User-Agent", header)).RespondWith(Response.Create().WithStatusCode(Stubbed));
        client.DefaultRequestHeaders.Add("User-Agent", "test");

        await client.GetAsync("requests.json");
        var passed = header.Calls;
        await client.GetAsync("services.json");

        passed.Should().Be(0);
        header.Calls.Should().Be(1);
    }

    [Test]
    public async Task Stubs_come_and_go_at_any_time()
    {
        var answers = new List<HttpStatusCode> { await AskAsync() };
        var id = Guid.NewGuid();
        server.Given(Request.Create().WithPath("/open311/v2/services.json")).WithGuid(id).RespondWith(Response.Create().WithStatusCode(Stubbed));
        answers.Add(await AskAsync());
        server.Given(Request.Create().WithPath("/*/services.json")).WithGuid(id).RespondWith(Response.Create().WithStatusCode(503));
        answers.Add(await AskAsync());
        server.DeleteMapping(id);
        answers.Add(await AskAsync());

        answers.Should().Equal(HttpStatusCode.OK, Stubbed, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK);
    }

    [Test]
    public async Task A_stub_that_gets_another_path_answers_it()
    {
        var request = Request.Create().WithPath("/elsewhere");
        server.Given(request).RespondWith(Response.Create().WithStatusCode(Stubbed));
        await AskAsync();

        request.Add(new RequestMessagePathMatcher(MatchBehaviour.AcceptOnMatch, MatchOperator.Or, "/open311/v2/services.json"));

        (await AskAsync()).Should().Be(Stubbed);
    }

    [Test]
    public async Task A_stub_without_a_path_answers()
    {
        server.Given(Request.Create().WithHeader("X-Outage", "*")).RespondWith(Response.Create().WithStatusCode(Stubbed));
        var plain = await AskAsync();

        client.DefaultRequestHeaders.Add("X-Outage", "yes");

        plain.Should().Be(HttpStatusCode.OK);
        (await AskAsync()).Should().Be(Stubbed);
    }

    [Test]
    public async Task A_path_by_a_function_is_asked_every_time()
    {
        var isOut = false;
        server.Given(Request.Create().WithPath(_ => isOut)).RespondWith(Response.Create().WithStatusCode(Stubbed));
        var before = await AskAsync();

        isOut = true;

        before.Should().Be(HttpStatusCode.OK);
        (await AskAsync()).Should().Be(Stubbed);
    }

    [Test]
    public async Task A_path_by_a_matcher_of_the_test_is_asked_every_time()
    {
        var matcher = new CountingMatcher();
        server.Given(Request.Create().WithPath(matcher)).RespondWith(Response.Create().WithStatusCode(Stubbed));

        await AskAsync();
        await AskAsync();

        matcher.Calls.Should().Be(2);
    }

    [Test]
    public async Task The_log_tells_of_a_call_what_it_tells_without_the_passage()
    {
        using var plain = WireMockServer.Start();
        await using var other = plain.MapOpen311City();
        foreach (var at in new[] { other.BaseAddress, city.BaseAddress })
        {
            using var asking = new HttpRequestMessage(HttpMethod.Get, new Uri(at, "requests.json?status=open&q=%C3%A9")) { Headers = { { "Cookie", "a=b" }, { "X-Two", ["1", "2"] } } };
            using var answer = await client.SendAsync(asking);
            using var posted = await client.PostAsync(new Uri(at, "requests.json"), new FormUrlEncodedContent(other.SampleForm));
        }

        Told(server, city).Should().BeEquivalentTo(Told(plain, other), o => o.WithStrictOrdering());
        server.LogEntries.Should().OnlyContain(e => e.RequestMatchResult!.IsPerfectMatch && e.MappingTitle == "Open311 city" && e.PartialMappingGuid == e.MappingGuid);
    }

    [Test]
    public async Task Who_listens_to_the_log_hears_of_every_call()
    {
        var heard = 0;
        server.LogEntriesChanged += (_, changed) => heard += changed.NewItems?.Count ?? 0;

        await AskAsync();
        await AskAsync();

        heard.Should().Be(2);
    }

    [Test]
    public async Task A_log_of_nothing_stays_empty()
    {
        server.SetMaxRequestLogCount(0);

        await AskAsync();

        server.LogEntries.Should().BeEmpty();
    }

    [Test]
    public async Task A_delay_of_the_server_is_kept()
    {
        server.AddGlobalProcessingDelay(TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();

        await AskAsync();

        watch.Elapsed.Should().BeGreaterThan(TimeSpan.FromMilliseconds(250));
    }

    [Test]
    public async Task Where_the_mappings_were_reset_there_is_no_city()
    {
        await AskAsync();

        server.ResetMappings();

        (await AskAsync()).Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_logger_hears_of_every_call()
    {
        await Stop();
        var logger = new HearingLogger();
        Start(new WireMockServerSettings { Logger = logger });

        await AskAsync();

        // WireMock.Net tells it after the answer.
        await logger.Heard.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Test]
    public async Task What_stood_before_the_server_stays_before_the_city()
    {
        await Stop();
        Start(new WireMockServerSettings
        {
            PreWireMockMiddlewareInit = pipeline => ((IApplicationBuilder)pipeline).Use((context, next) =>
            {
                context.Response.Headers.Append("X-First", "yes");
                return next(context);
            }),
        });

        using var answer = await client.GetAsync("services.json");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.Should().Contain(h => h.Key == "X-First");
    }

    void Start(WireMockServerSettings settings)
    {
        server = WireMockServer.Start(settings.PrepareOpen311City());
        city = server.MapOpen311City();
        client = new HttpClient { BaseAddress = city.BaseAddress };
    }

    async Task<HttpStatusCode> AskAsync()
    {
        using var answer = await client.GetAsync("services.json");
        return answer.StatusCode;
    }

    static object[] Told(WireMockServer server, MappedCity city) =>
    [
        .. server.LogEntries.Select(e => e.RequestMessage!).Select(r => new
        {
            r.Method,
            Url = r.Url.Replace(city.BaseAddress.OriginalString, "", StringComparison.Ordinal),
            r.Path,
            r.AbsolutePath,
            r.PathSegments,
            r.RawQuery,
            r.Query,
            Headers = r.Headers!.Where(h => h.Key != "Host").ToDictionary(),
            r.Cookies,
            r.Body,
            r.BodyAsBytes,
            r.DetectedBodyType,
            r.ClientIP,
            r.Host,
            r.Protocol,
            r.HttpVersion,
            IsRecent = r.DateTime > DateTime.UtcNow.AddMinutes(-5),
            Status = r.GetParameter("status"),
        }),
    ];

    sealed class CountingMatcher : IStringMatcher
    {
        public int Calls { get; private set; }

        public string Name => "Counting";

        public MatchBehaviour MatchBehaviour => MatchBehaviour.AcceptOnMatch;

        public MatchOperator MatchOperator => MatchOperator.Or;

        public MatchResult IsMatch(string? input)
        {
            Calls++;
            return MatchResult.From(Name, MatchScores.Mismatch);
        }

        public AnyOfTypes.AnyOf<string, global::WireMock.Models.StringPattern>[] GetPatterns() => [];

        public string GetCSharpCodeArguments() => "";
    }

    sealed class HearingLogger : IWireMockLogger
    {
        readonly TaskCompletionSource heard = new();

        public Task Heard => heard.Task;

        public void Debug(string formatString, params object[] args)
        {
        }

        public void Info(string formatString, params object[] args)
        {
        }

        public void Warn(string formatString, params object[] args)
        {
        }

        public void Error(string formatString, params object[] args)
        {
        }

        public void Error(string message, Exception exception)
        {
        }

        public void DebugRequestResponse(global::WireMock.Admin.Requests.LogEntryModel logEntryModel, bool isAdminRequest) => heard.TrySetResult();
    }
}
