using System.Text;
using System.Text.Json.Nodes;
using Open311.Mock.Cities;
using Open311.Mock.Fixtures;
using Open311.Mock.Running;
using Open311.Testing;

namespace Open311.Mock.Tests.Running;

public sealed class TakesAndRestoresStates
{
    const string Lamp = $"api_key={TestCity.Key}&service_code=006&lat=41.7&long=-70.62&description=Lamp+%F0%9F%92%A1&email=a%40b.example&phone=5550100";
    const string Tree = $"api_key={TestCity.Key}&service_code=trees&address_string=Quay+1&attribute[BLOCKS][]=lane&attribute[BLOCKS][]=walk";

    TestCity city = null!;

    [SetUp]
    public void Open() => city = new TestCity(new RunningCityOptions { Frozen = true });

    [TearDown]
    public async Task Close() => await city.DisposeAsync();

    [Test]
    public async Task Restores_exactly_what_was_taken_in_another_city_too()
    {
        var id = await city.AcceptedAsync(Lamp);
        var token = await city.AcceptedAsync(Tree);
        city.City.Clock.Advance(TimeSpan.FromSeconds(1));
        var taken = city.City.Snapshot();
        var seen = await TellAsync(city);

        await city.AcceptedAsync(Lamp);
        city.City.Clock.Advance(TimeSpan.FromDays(30));
        (await TellAsync(city)).Should().NotBe(seen);
        city.City.Restore(taken);

        (await TellAsync(city)).Should().Be(seen);
        city.City.Snapshot().Should().Equal(taken);
        await using var other = new TestCity(new RunningCityOptions { Frozen = true, Seed = 5 });
        other.City.Restore(taken);
        (await TellAsync(other)).Should().Be(seen);
        other.City.Clock.Advance(TimeSpan.FromSeconds(2));
        ((string?)(await other.ItemsAsync($"tokens/{token}.json"))[0]!["service_request_id"]).Should().NotBeNullOrEmpty();
        (await other.AcceptedAsync(Lamp)).Should().NotBe(id);
    }

    [Test]
    public async Task Keeps_what_is_never_published()
    {
        await city.AcceptedAsync(Lamp);
        await city.AcceptedAsync(Tree);

        var snapshot = Encoding.UTF8.GetString(city.City.Snapshot());

        snapshot.Should().Contain("\"email\"").And.Contain("a@b.example").And.Contain("BLOCKS");
        var listed = (await city.ItemsAsync("requests.json")).ToJsonString();
        listed.Should().NotContain("a@b.example").And.NotContain("5550100").And.NotContain("BLOCKS");
    }

    [Test]
    public async Task Resets_to_the_seed_and_to_the_start_of_its_clock()
    {
        var seen = await TellAsync(city);
        var first = await city.AcceptedAsync(Lamp);
        city.City.Clock.Advance(TimeSpan.FromDays(30));

        city.City.Reset();

        (await TellAsync(city)).Should().Be(seen);
        city.City.Clock.GetUtcNow().Should().Be(TestCity.Now);
        (await city.AcceptedAsync(Lamp)).Should().Be(first);
    }

    static readonly (string Name, Action<JsonNode> Spoil, string Says)[] Spoilt =
    [
        ("schema", n => n["schema"] = "open311-city-state/9", "*schema 'open311-city-state/9'*"),
        ("city", n => n["city"] = "Atlantis", "*of the city 'Atlantis'*"),
        ("unknown member", n => n["colour"] = "red", "*not a snapshot*"),
        ("no requests", n => n.AsObject().Remove("requests"), "*not a snapshot*"),
        ("null request", n => n["requests"]![3] = null, "*request number 4*null*"),
        ("same id", n => n["requests"]![3]!["id"] = (string)n["requests"]![2]!["id"]!, "*request number 4*id occurs twice*"),
        ("same sequence", n => n["requests"]![3]!["sequence"] = (long)n["requests"]![2]!["sequence"]!, "*request number 4*sequence*"),
        ("next too low", n => n["next"] = 1, "*request number 1*sequence*"),
        ("latitude", n => n["requests"]!.AsArray().First(r => r!["lat"] is not null)!["lat"] = 91, "*not on earth*"),
        ("half a coordinate", n => n["requests"]!.AsArray().First(r => r!["lat"] is not null)!.AsObject().Remove("lat"), "*half a coordinate*"),
        ("course", n => n["requests"]!.AsArray().First(r => r!["course"] is not null)!["course"]![0]!["status"] = "fixed", "*neither open nor closed*"),
        ("course order", n => n["requests"]!.AsArray().First(r => r!["course"] is not null)!["course"]![0]!["at"] = "1999-01-01T00:00:00Z", "*order of time*"),
        ("clock", n => n["clock"]!["frozen"] = "9999-12-31T23:59:59Z", "*clock*"),
        ("clock ahead", n => n["clock"] = new JsonObject { ["ahead_seconds"] = 1e300 }, "*not a snapshot*"),
        ("clock far ahead", n => n["clock"] = new JsonObject { ["ahead_seconds"] = 1e12 }, "*clock*"),
        ("no clock", n => n["clock"] = null, "*clock*"),
        ("listed before requested", n => n["requests"]![0]!["listed"] = "1999-01-01T00:00:00Z", "*before 'requested'*"),
        ("wrong type", n => n["requests"]![0]!["requested"] = 5, "*not a snapshot*"),
    ];

    static IEnumerable<string> SpoiltNames => Spoilt.Select(s => s.Name);

    [TestCaseSource(nameof(SpoiltNames))]
    public async Task Refuses_a_spoilt_state_and_changes_nothing(string name)
    {
        var (_, spoil, says) = Spoilt.Single(s => s.Name == name);
        await city.AcceptedAsync(Lamp);
        var before = city.City.Snapshot();
        var node = JsonNode.Parse(before)!;
        spoil(node);

        var restore = () => city.City.Restore(Encoding.UTF8.GetBytes(node.ToJsonString()));

        restore.Should().Throw<CityException>().WithMessage(says);
        city.City.Snapshot().Should().Equal(before);
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{\"schema\":")]
    [TestCase("<xml/>")]
    public void Refuses_what_is_no_state_at_all(string text)
    {
        var restore = () => city.City.Restore(Encoding.UTF8.GetBytes(text));

        restore.Should().Throw<CityException>();
    }

    [Test]
    public async Task Counts_what_there_is()
    {
        await city.AcceptedAsync(Tree);
        await city.AcceptedAsync($"api_key={TestCity.Key}&service_code=dog-fouling&address_id=7");

        var statistics = city.City.Statistics;

        statistics.WithoutId.Should().Be(2);
        statistics.Total.Should().Be(statistics.Counts.Sum(c => c.Count) + 2);
        statistics.Counts.Should().OnlyContain(c => c.Count > 0 && c.Jurisdiction == "portlinden.example");
        statistics.Counts.Select(c => c.Status).Distinct().Should().BeEquivalentTo("open", "closed");
        var version = statistics.Version;
        await city.AcceptedAsync(Lamp);
        city.City.Statistics.Version.Should().BeGreaterThan(version);
    }

    [Test]
    public async Task Serves_an_edited_city_file_and_keeps_the_old_one_when_the_edit_is_wrong()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        var yaml = File.ReadAllText(Repository.PathOf("fixtures", "cities", "port-linden.yaml"));
        try
        {
            var id = await city.AcceptedAsync(Lamp);
            File.WriteAllText(path, yaml.Replace("name: Street light out", "name: Lamp is dark").Replace("code: hydrant", "code: pump"));
            city.City.Reload(path).Should().Be(new ReloadOutcome(true, null));
            (await city.ItemsAsync("services.json")).Select(s => (string)s!["service_code"]!).Should().Contain("pump").And.NotContain("hydrant");
            ((string)(await city.ItemsAsync($"requests/{id}.json"))[0]!["service_name"]!).Should().Be("Lamp is dark");
            (await city.ItemsAsync("requests.json")).Should().Contain(r => (string)r!["service_code"]! == "hydrant");

            File.WriteAllText(path, yaml.Replace("datatype: number", "datatype: guess"));
            var outcome = city.City.Reload(path);

            outcome.Changed.Should().BeFalse();
            outcome.Problem.Should().Match($"{path}:*: 'datatype' must be one of*");
            (await city.ItemsAsync("services.json")).Select(s => (string)s!["service_code"]!).Should().Contain("pump");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void Says_which_file_is_missing()
    {
        var load = () => City.LoadFile("/nowhere/town.yaml");

        load.Should().Throw<FixtureException>().WithMessage("/nowhere/town.yaml: There is no such file.");
        city.City.Reload("/nowhere/town.yaml").Changed.Should().BeFalse();
    }

    static async Task<string> TellAsync(TestCity city) =>
        $"{city.City.Clock.GetUtcNow():O} {(await city.ItemsAsync("requests.json")).ToJsonString()} {city.City.Statistics with { Version = 0 }}";
}
