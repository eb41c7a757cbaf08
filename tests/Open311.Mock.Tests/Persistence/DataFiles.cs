using System.Text;
using Microsoft.Data.Sqlite;
using Open311.Mock.Cities;
using Open311.Mock.Running;
using Open311.Mock.Tests.Running;

namespace Open311.Mock.Tests.Persistence;

public sealed class DataFiles
{
    const string Lamp = $"api_key={TestCity.Key}&service_code=006&lat=41.7&long=-70.62&description=%F0%9F%92%A1+%26&email=a%40b.example";
    const string Tree = $"api_key={TestCity.Key}&service_code=trees&address_string=Quay+1";

    string folder = "";
    string path = "";

    [SetUp]
    public void Make()
    {
        folder = Directory.CreateTempSubdirectory("open311-data").FullName;
        path = Path.Combine(folder, "city.db");
    }

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Bring_back_requests_tokens_life_and_clock()
    {
        string id, token, seen, snapshot;
        await using (var city = Open())
        {
            id = await city.AcceptedAsync(Lamp);
            token = await city.AcceptedAsync(Tree);
            city.City.Clock.Freeze();
            city.City.Clock.Advance(TimeSpan.FromDays(3));
            seen = (await city.ItemsAsync("requests.json")).ToJsonString();
            snapshot = Encoding.UTF8.GetString(city.City.Snapshot());
        }

        await using var again = Open();

        again.City.Clock.GetUtcNow().Should().Be(TestCity.Now.AddDays(3));
        (await again.ItemsAsync("requests.json")).ToJsonString().Should().Be(seen);
        Encoding.UTF8.GetString(again.City.Snapshot()).Should().Be(snapshot);
        ((string?)(await again.ItemsAsync($"tokens/{token}.json"))[0]!["service_request_id"]).Should().NotBeNullOrEmpty();
        (await again.AcceptedAsync(Lamp)).Should().NotBe(id);
    }

    [Test]
    public async Task Keep_their_seed_whatever_is_asked_for_later()
    {
        string seen;
        await using (var city = Open(new RunningCityOptions { Seed = 7 }))
            seen = (await city.ItemsAsync("requests.json")).ToJsonString();

        await using var again = Open(new RunningCityOptions { Seed = 8 });

        (await again.ItemsAsync("requests.json")).ToJsonString().Should().Be(seen);
    }

    [Test]
    public async Task Follow_a_reset_and_a_restored_state()
    {
        byte[] taken;
        string id;
        await using (var city = Open())
        {
            id = await city.AcceptedAsync(Lamp);
            taken = city.City.Snapshot();
            city.City.Reset();
            (await city.IdsAsync()).Should().NotContain(id);
        }

        await using (var city = Open())
        {
            (await city.IdsAsync()).Should().NotContain(id);
            city.City.Restore(taken);
        }

        await using var again = Open();
        (await again.IdsAsync()).Should().Contain(id);
    }

    [Test]
    public async Task Lose_none_of_200_posts_at_once()
    {
        string[] ids;
        await using (var city = Open())
            ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => city.AcceptedAsync(Lamp))));

        await using var again = Open();

        (await again.IdsAsync()).Should().Contain(ids);
        ids.Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task Belong_to_one_process_at_a_time()
    {
        await using var city = Open();
        var second = () => Open();

        second.Should().Throw<CityException>().WithMessage($"The data file {path} is in use by another process.*");
    }

    [Test]
    public async Task Belong_to_one_city()
    {
        await Open().DisposeAsync();
        var other = () => new TestCity(new RunningCityOptions { DataFile = path }, City.Load("two-rivers"));

        other.Should().Throw<CityException>().WithMessage($"The data file {path} belongs to the city 'Port Linden', not to 'Two Rivers County'.*");
    }

    [TestCase("PRAGMA user_version=2", "*has version 2, and this open311 reads version 1.*")]
    [TestCase("PRAGMA application_id=5", "*is a database, but not a city's data file.*")]
    [TestCase("UPDATE city SET value='x' WHERE name='clock'", "*is damaged: what it holds is not what a city writes.*")]
    [TestCase("DELETE FROM city WHERE name='seed'", "*is damaged: what it holds is not what a city writes.*")]
    [TestCase("UPDATE requests SET state='{' WHERE sequence=(SELECT min(sequence) FROM requests)", "*is damaged*")]
    [TestCase("UPDATE requests SET state=(SELECT max(state) FROM requests)", "*cannot be taken over: of its request number 2*")]
    [TestCase("DROP TABLE requests", "*cannot be used: *no such table*")]
    public async Task Of_another_make_are_refused_with_one_sentence(string spoil, string says)
    {
        await Open().DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = spoil;
            command.ExecuteNonQuery();
        }

        var open = () => Open();

        open.Should().Throw<CityException>().WithMessage(says);
    }

    [TestCase("not a database at all, just a text that is long enough to be looked at as one by whoever opens it, sixteen bytes and more")]
    [TestCase("SQLite format 3\0 and then nonsense nonsense nonsense nonsense nonsense nonsense nonsense nonsense nonsense nonsense")]
    public void Of_another_kind_are_refused_and_left_alone(string text)
    {
        File.WriteAllText(path, text);
        var open = () => Open();

        open.Should().Throw<CityException>().WithMessage($"The file {path} is not a city's data file, or it is damaged.*");
        File.ReadAllText(path).Should().Be(text);
    }

    [Test]
    public async Task Damaged_in_the_middle_are_refused()
    {
        await Open().DisposeAsync();
        var bytes = File.ReadAllBytes(path);
        new Random(1).NextBytes(bytes.AsSpan(8192, bytes.Length - 16384));
        File.WriteAllBytes(path, bytes);
        var open = () => Open();

        open.Should().Throw<CityException>();
    }

    [TestCase("missing/city.db")]
    [TestCase("")]
    public void In_places_that_cannot_be_written_are_refused(string place)
    {
        var open = () => new TestCity(new RunningCityOptions { DataFile = Path.Combine(folder, place) });

        open.Should().Throw<CityException>().WithMessage("The data file * cannot be opened or created.*");
    }

    TestCity Open(RunningCityOptions? options = null) => new((options ?? new RunningCityOptions()) with { DataFile = path });
}
