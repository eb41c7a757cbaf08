using System.Net.Http.Headers;
using System.Text;

namespace Open311.Mock.Tests.Serving;

public sealed class AcceptsRequests
{
    const string Key = "port-linden-test-key";

    static readonly (string, string)[] Minimal = [("api_key", Key), ("service_code", "006"), ("lat", "41.7"), ("long", "-70.62")];

    RunningCity city = null!;

    [SetUp]
    public async Task Start() => city = await RunningCity.StartAsync();

    [TearDown]
    public async Task Stop() => await city.DisposeAsync();

    [Test]
    public async Task Gives_an_id_that_reads_back_in_both_formats()
    {
        var posted = await city.PostAsync("requests.json", [.. Minimal, ("description", "Lamp 💡 dark & cold,\n1 < 2")]);

        posted.Status.Should().Be(200);
        var id = (string)posted.Json.AsArray().Should().ContainSingle().Subject!["service_request_id"]!;
        var single = (await city.JsonAsync($"requests/{id}.json"))[0]!;
        ((string)single["description"]!).Should().Be("Lamp 💡 dark & cold,\n1 < 2");
        ((string)single["status"]!).Should().Be("open");
        ((decimal)single["lat"]!).Should().Be(41.7m);
        (await city.IdsAsync("")).First().Should().Be(id);
        (await city.XmlAsync($"requests/{id}.xml")).Elements("request").Should().ContainSingle();
    }

    [Test]
    public async Task Gives_a_token_for_a_batch_service_and_the_id_later()
    {
        var posted = await city.PostAsync("requests.xml", [("api_key", Key), ("service_code", "trees"), ("address_string", "Quay Street 1")]);

        var request = posted.Xml.Elements("request").Single();
        request.Element("service_request_id").Should().BeNull();
        var token = request.Element("token")!.Value;
        (await city.XmlAsync($"tokens/{token}.xml")).Elements("request").Single().Element("service_request_id")!.Value.Should().BeEmpty();
        city.Time.Advance(TimeSpan.FromSeconds(3));
        var resolved = (await city.JsonAsync($"tokens/{token}.json"))[0]!;
        ((string)resolved["token"]!).Should().Be(token);
        (await city.GetAsync($"requests/{(string)resolved["service_request_id"]!}.xml")).Status.Should().Be(200);
    }

    [Test]
    public async Task Gives_neither_for_a_blackbox_service()
    {
        var posted = await city.PostAsync("requests.xml", [("api_key", Key), ("service_code", "dog-fouling"), ("address_id", "000311")]);

        posted.Status.Should().Be(200);
        var request = posted.Xml.Elements("request").Single();
        (request.Element("service_request_id")?.Value ?? "").Should().BeEmpty();
        request.Element("token").Should().BeNull();
    }

    static readonly object[] Refused =
    [
        new object[] { 403, "api_key", new[] { "api_key=" } },
        new object[] { 403, "api_key", new[] { "api_key=wrong" } },
        new object[] { 400, "service_code", new[] { "service_code=" } },
        new object[] { 404, "service_code", new[] { "service_code=nope" } },
        new object[] { 400, "location", new[] { "lat=", "long=" } },
        new object[] { 400, "lat and long", new[] { "long=" } },
        new object[] { 400, "lat", new[] { "lat=91" } },
        new object[] { 400, "lat", new[] { "lat=abc" } },
        new object[] { 400, "lat", new[] { "lat=41,7" } },
        new object[] { 400, "long", new[] { "long=181" } },
        new object[] { 400, "LANE", new[] { "service_code=001" } },
        new object[] { 400, "LANE", new[] { "service_code=001", "attribute[LANE]=" } },
        new object[] { 400, "LANE", new[] { "service_code=001", "attribute[LANE]=99" } },
    ];

    [TestCaseSource(nameof(Refused))]
    public async Task Refuses_and_creates_nothing(int status, string named, string[] changes)
    {
        var before = await city.IdsAsync("");
        var form = Minimal.ToDictionary(f => f.Item1, f => f.Item2);
        foreach (var change in changes)
            form[change[..change.IndexOf('=')]] = change[(change.IndexOf('=') + 1)..];

        var answer = await city.PostAsync("requests.json", [.. form.Select(f => (f.Key, f.Value))]);

        answer.Status.Should().Be(status);
        answer.Errors.Should().Contain(e => e.Code == $"{status}" && e.Description.Contains(named));
        (await city.IdsAsync("")).Should().Equal(before);
    }

    [Test]
    public async Task Accepts_required_lists_and_several_values()
    {
        (string, string)[] location = [("api_key", Key), ("address_string", "Quay Street 1")];

        (await city.PostAsync("requests.xml", [.. location, ("service_code", "001"), ("attribute[LANE]", "2")])).Status.Should().Be(200);
        (await city.PostAsync("requests.xml", [.. location, ("service_code", "graffiti"), ("attribute[SURFACE][]", "brick"), ("attribute[SURFACE][]", "metal")]))
            .Status.Should().Be(200);
    }

    [Test]
    public async Task Counts_the_description_in_characters()
    {
        var emoji = string.Concat(Enumerable.Repeat("🚧", 4000));

        (await city.PostAsync("requests.xml", [.. Minimal, ("description", emoji)])).Status.Should().Be(200);
        (await city.PostAsync("requests.xml", [.. Minimal, ("description", emoji + "!")])).Status.Should().Be(400);
    }

    [Test]
    public async Task Refuses_other_bodies_and_huge_ones()
    {
        var json = new StringContent("{}", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        var huge = new FormUrlEncodedContent([new("description", new string('x', 2_000_000))]);

        (await city.SendAsync(HttpMethod.Post, "requests.xml", json)).Status.Should().Be(415);
        (await city.SendAsync(HttpMethod.Post, "requests.xml", huge)).Status.Should().Be(413);
    }

    [Test]
    public async Task Does_not_create_by_get()
    {
        var before = await city.IdsAsync("");

        await city.GetAsync($"requests.xml?api_key={Key}&lat=41.7&long=-70.62&description=nonce");

        (await city.IdsAsync("")).Should().Equal(before);
    }

    [Test]
    public async Task Loses_none_of_many_posts_at_once()
    {
        var before = await city.IdsAsync("");

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => city.PostAsync("requests.xml", Minimal)));

        (await city.IdsAsync("")).Should().HaveCount(before.Length + 40).And.OnlyHaveUniqueItems();
    }
}
