using Open311.Mock.Disturbances;
using Open311.Mock.Tests.Clients;

namespace Open311.Mock.Tests.Disturbances;

[CancelAfter(30_000)]
public sealed class DisturbedCalls
{
    MockCity city = null!;

    [SetUp]
    public async Task Open() => city = await MockCity.StartAsync();

    [TearDown]
    public async Task Close() => await city.DisposeAsync();

    [Test]
    public async Task A_header_gives_one_call_a_fault()
    {
        (await AskAsync("status=503")).Should().Match<RawAnswer>(a => a.Status == 503 && a.Header("Retry-After") == "1");
        (await AskAsync("drop")).Status.Should().Be(0);
        var cut = await AskAsync("truncate");
        cut.Body.Length.Should().BeLessThan(int.Parse(cut.Header("Content-Length")!));
        (await AskAsync("xml-html-entity")).Body.Should().Contain("&nbsp;");
        (await AskAsync(null)).Body.Should().NotContain("&nbsp;");
        city.Journal.Entries.Select(e => string.Join(',', e.Faults)).Should().Equal("status=503", "drop", "truncate", "xml-html-entity", "");
        city.Journal.Entries[1].Status.Should().Be(0);
    }

    [TestCase("nope")]
    [TestCase("status=abc")]
    [TestCase("=")]
    [TestCase("drop@x")]
    public async Task A_fault_that_cannot_be_given_is_refused(string fault)
    {
        var answer = await AskAsync(fault);
        answer.Status.Should().Be(400);
        answer.Body.Should().Contain("X-Open311-Fault");
    }

    [Test]
    public async Task Rules_of_a_fault_hold_for_its_call_alone()
    {
        const string target = "/open311/v2/requests.xml?status=new";
        (await RawClient.GetAsync(city, target, "X-Open311-Fault: status-unknown-500")).Status.Should().BeOneOf(400, 500);
        (await RawClient.GetAsync(city, target)).Status.Should().Be(400);
    }

    [Test]
    public async Task Chance_has_a_seed()
    {
        var first = await SequenceAsync();
        first.Should().Equal(await SequenceAsync()).And.Contain(503).And.Contain(200);
    }

    [TestCase("fixed:50")]
    [TestCase("uniform:20-200")]
    [TestCase("lognormal:80,0.5")]
    public void Latencies_are_drawn_from_their_distribution(string text)
    {
        var latency = Latency.Parse(text);
        var dice = new Dice(1);
        var drawn = Enumerable.Range(0, 2000).Select(_ => latency.Next(dice).TotalMilliseconds).Order().ToArray();
        latency.ToString().Should().Be(text);
        drawn[1000].Should().BeApproximately(text[0] switch { 'f' => 50, 'u' => 110, _ => 80 }, 10);
    }

    [TestCase("fast")]
    [TestCase("fixed:-1")]
    [TestCase("uniform:200-20")]
    [TestCase("lognormal:80")]
    [TestCase("")]
    public void A_latency_that_cannot_be_read_is_told(string text) =>
        FluentActions.Invoking(() => Latency.Parse(text)).Should().Throw<DisturbanceException>().WithMessage("*expected fixed:50*");

    [Test]
    public async Task Answers_trickle()
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        var whole = await AskAsync(null);
        var slow = await AskAsync($"dribble={whole.Body.Length * 4}");
        slow.Body.Length.Should().BeGreaterThanOrEqualTo(whole.Body.Length);
        began.ElapsedMilliseconds.Should().BeGreaterThan(150);
    }

    Task<RawAnswer> AskAsync(string? fault) =>
        RawClient.GetAsync(city, "/open311/v2/services.xml", fault is null ? [] : [$"X-Open311-Fault: {fault}"]);

    static async Task<int[]> SequenceAsync()
    {
        await using var city = await MockCity.StartAsync(o => o.Faults.Add("status=503@0.5"));
        var statuses = new List<int>();
        for (var i = 0; i < 20; i++)
            statuses.Add((await RawClient.GetAsync(city, "/open311/v2/services.xml")).Status);
        return [.. statuses];
    }
}
