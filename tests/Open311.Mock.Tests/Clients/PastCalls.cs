namespace Open311.Mock.Tests.Clients;

[CancelAfter(30_000)]
public sealed class PastCalls
{
    const string Plain = "api_key=blank-key&service_code=001&lat=1.5&long=1.5";

    public static IReadOnlyList<string> Tested { get; } = ["CLI-TOK-001", "CLI-TOK-003", "CLI-PACE-001", "CLI-PACE-002", "CLI-PACE-003", "CLI-PACE-004"];

    MockCity city = null!;

    [SetUp]
    public async Task Open() => city = await MockCity.StartAsync(o => o.City = CityFiles.PathOf("blank-city"));

    [TearDown]
    public async Task Close() => await city.DisposeAsync();

    [Test]
    public async Task A_token_is_asked_for_as_a_token_and_not_too_often()
    {
        var token = await TokenAsync();
        (await GetAsync($"requests/{token}.xml")).Should().Contain("CLI-TOK-001");
        (await GetAsync($"tokens/{token}.xml")).Should().BeEmpty();
        (await GetAsync($"tokens/{token}.xml")).Should().Equal("CLI-TOK-003");
    }

    [Test]
    public async Task A_token_that_nobody_asks_for_is_told_in_the_end()
    {
        var token = await TokenAsync();
        city.Scores.All().Single(s => s.Requirement.Id == "CLI-TOK-002").State.Should().Be("violated");
        await GetAsync($"tokens/{token}.xml");
        city.Scores.All().Single(s => s.Requirement.Id == "CLI-TOK-002").State.Should().Be("met");
    }

    [Test]
    public async Task Polling_is_noted_once()
    {
        for (var i = 0; i < 15; i++)
            await GetAsync("services.xml");
        city.Journal.Findings.Should().ContainSingle().Which.Requirement.Should().Be("CLI-PACE-001");
    }

    [Test]
    public async Task The_service_list_before_every_post_is_too_often()
    {
        string[] last = [];
        for (var i = 0; i < 4; i++)
        {
            await GetAsync("services.xml");
            last = (await RawClient.PostAsync(city, $"{Plain}&description={i}")).Findings;
        }

        last.Should().Equal("CLI-PACE-002");
    }

    [Test]
    public async Task What_is_not_there_is_not_asked_for_again()
    {
        (await GetAsync("requests/nope.xml")).Should().BeEmpty();
        (await GetAsync("requests/nope.xml")).Should().BeEmpty();
        (await GetAsync("requests/nope.xml")).Should().Equal("CLI-PACE-003");
    }

    [Test]
    public async Task A_report_posted_twice_is_two_reports()
    {
        (await RawClient.PostAsync(city, Plain)).Findings.Should().BeEmpty();
        (await RawClient.PostAsync(city, Plain)).Findings.Should().Equal("CLI-PACE-004");
    }

    [Test]
    public async Task Lenience_accepts_what_clients_lean_on_and_says_so()
    {
        await using var lenient = await MockCity.StartAsync(o =>
        {
            o.City = CityFiles.PathOf("blank-city");
            o.Lenient = true;
        });
        var parts = "--x\r\nContent-Disposition: form-data; name=\"api_key\"\r\n\r\nblank-key\r\n--x\r\nContent-Disposition: form-data; name=\"service_code\"\r\n\r\n001\r\n--x\r\nContent-Disposition: form-data; name=\"address_string\"\r\n\r\nMain\r\n--x--\r\n";
        (await RawClient.PostAsync(lenient, parts, type: "multipart/form-data; boundary=x")).Status.Should().Be(200);
        (await RawClient.PostAsync(lenient, "", $"requests.xml?{Plain}", null)).Status.Should().Be(200);
        (await RawClient.GetAsync(lenient, "/open311/v2//services.xml")).Status.Should().Be(200);
        lenient.Journal.Findings.Should().OnlyContain(f => f.Verdict == "warn").And.HaveCount(4);
        lenient.Scores.IsClean.Should().BeTrue();
        (await RawClient.PostAsync(city, parts, type: "multipart/form-data; boundary=x")).Status.Should().Be(415);
        (await RawClient.PostAsync(city, "", $"requests.xml?{Plain}", null)).Status.Should().Be(403);
        (await RawClient.GetAsync(city, "/open311/v2//services.xml")).Status.Should().Be(404);
        city.Scores.IsClean.Should().BeFalse();
    }

    async Task<string> TokenAsync()
    {
        var answer = await RawClient.PostAsync(city, "api_key=blank-key&service_code=later&lat=1.5&long=1.5");
        return answer.Body.Split("<token>")[1].Split("</token>")[0];
    }

    async Task<string[]> GetAsync(string target) => (await RawClient.GetAsync(city, RawClient.Full(city, target))).Findings;
}
