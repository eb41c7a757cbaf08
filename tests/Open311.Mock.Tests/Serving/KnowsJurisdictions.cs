namespace Open311.Mock.Tests.Serving;

public sealed class KnowsJurisdictions
{
    const string Upper = "jurisdiction_id=upper.tworivers.example";
    const string Lower = "jurisdiction_id=lower.tworivers.example";

    static readonly string[] Reads = ["services.xml", "services/roads.xml", "requests.xml", "requests/5001.xml", "tokens/x.xml", "services.json", "requests.json"];

    RunningCity county = null!;

    [OneTimeSetUp]
    public async Task Start() => county = await RunningCity.StartAsync("two-rivers");

    [OneTimeTearDown]
    public async Task Stop() => await county.DisposeAsync();

    [TestCaseSource(nameof(Reads))]
    public async Task Demands_one_where_there_are_several(string path)
    {
        foreach (var query in new[] { "", "?jurisdiction_id=" })
        {
            var answer = await county.GetAsync(path + query);

            answer.Status.Should().Be(400);
            answer.Errors.Single().Description.Should().Contain("jurisdiction_id");
        }
    }

    [TestCaseSource(nameof(Reads))]
    public async Task Does_not_find_an_unknown_one(string path)
    {
        var answer = await county.GetAsync($"{path}?jurisdiction_id=nonce.invalid");

        answer.Status.Should().Be(404);
        answer.Errors.Single().Description.Should().Contain("jurisdiction_id");
    }

    [Test]
    public async Task Keeps_them_apart()
    {
        var upper = await county.IdsAsync($"?{Upper}");
        var lower = await county.IdsAsync($"?{Lower}");

        upper.Should().NotBeEmpty().And.NotIntersectWith(lower);
        lower.Should().NotBeEmpty();
        (await county.GetAsync($"requests/{upper[0]}.xml?{Upper}")).Status.Should().Be(200);
        (await county.GetAsync($"requests/{upper[0]}.xml?{Lower}")).Status.Should().Be(404);
        (await county.IdsAsync($"?service_request_id={upper[0]}&{Lower}")).Should().BeEmpty();
        (await county.GetAsync($"services/upper-dam.xml?{Upper}")).Status.Should().Be(200);
        (await county.GetAsync($"services/upper-dam.xml?{Lower}")).Status.Should().Be(404);
        (await county.XmlAsync($"services.xml?{Lower}")).Elements("service").Select(s => (string?)s.Element("service_code"))
            .Should().Equal("roads", "rubbish", "lower-jetty", "wardens");
    }

    [Test]
    public async Task Gives_one_discovery_for_all_without_asking()
    {
        (await county.GetAsync("/open311/discovery.xml")).Status.Should().Be(200);
    }

    [Test]
    public async Task Accepts_the_only_one_named_empty_or_left_out()
    {
        await using var town = await RunningCity.StartAsync();

        var plain = await town.GetAsync("services.xml");

        (await town.GetAsync("services.xml?jurisdiction_id=portlinden.example")).Body.Should().Equal(plain.Body);
        (await town.GetAsync("services.xml?jurisdiction_id=")).Body.Should().Equal(plain.Body);
        (await town.GetAsync("services.xml?jurisdiction_id=nonce.invalid")).Status.Should().Be(404);
    }

    [Test]
    public async Task Refuses_a_post_to_none_or_an_unknown_one()
    {
        (string, string)[] form = [("api_key", "two-rivers-test-key"), ("service_code", "rubbish"), ("address_string", "1 River Road")];

        (await county.PostAsync("requests.xml", form)).Status.Should().Be(400);
        (await county.PostAsync("requests.xml", [.. form, ("jurisdiction_id", "nonce.invalid")])).Status.Should().Be(404);
        (await county.PostAsync("requests.xml", [.. form, ("jurisdiction_id", "upper.tworivers.example")])).Status.Should().Be(200);
        (await county.PostAsync($"requests.xml?{Upper}", form)).Status.Should().Be(200);
    }
}
