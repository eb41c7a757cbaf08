using System.Diagnostics;
using Open311.Mock.Running;

namespace Open311.Mock.Tests.Running;

public sealed class LivesOnItsClock
{
    const string Lamp = $"api_key={TestCity.Key}&service_code=006&lat=41.7&long=-70.62";
    const string Tree = $"api_key={TestCity.Key}&service_code=trees&address_string=Quay+Street+1";

    [Test]
    public async Task Gives_the_id_of_a_token_when_its_time_has_come_and_keeps_it()
    {
        await using var city = new TestCity(new RunningCityOptions { Frozen = true });
        var token = await city.AcceptedAsync(Tree);

        (await TokenAsync(city, token)).Should().BeNull();
        city.City.Clock.Advance(TimeSpan.FromSeconds(1.9));
        (await TokenAsync(city, token)).Should().BeNull();
        city.City.Clock.Advance(TimeSpan.FromSeconds(0.1));
        var id = await TokenAsync(city, token);
        id.Should().NotBeNullOrEmpty();
        (await city.IdsAsync()).Should().Contain(id!);
        city.City.Clock.Advance(TimeSpan.FromDays(400));
        (await TokenAsync(city, token)).Should().Be(id);
    }

    [Test]
    public async Task Closes_requests_with_notes_and_moves_their_updated_datetime()
    {
        await using var city = new TestCity();
        var ids = new List<string>();
        for (var i = 0; i < 50; i++)
            ids.Add(await city.AcceptedAsync(Lamp));
        var posted = (await city.ItemsAsync($"requests.json?service_request_id={string.Join(',', ids)}")).ToDictionary(r => (string)r!["service_request_id"]!);
        posted.Values.Should().OnlyContain(r => (string)r!["status"]! == "open" && (string)r["updated_datetime"]! == (string)r["requested_datetime"]!);

        city.City.Clock.Advance(TimeSpan.FromDays(200));

        var later = await city.ItemsAsync($"requests.json?service_request_id={string.Join(',', ids)}");
        later.Count(r => (string)r!["status"]! == "closed").Should().BeGreaterThan(40);
        later.Should().OnlyContain(r => (string)r!["status"]! == "open" || ((string?)r["status_notes"] ?? "").Length > 0);
        later.Where(r => (string)r!["status"]! == "closed").Should().OnlyContain(
            r => string.CompareOrdinal((string)r!["updated_datetime"]!, (string)r["requested_datetime"]!) > 0);
    }

    [Test]
    public async Task Advances_200_days_in_no_time_and_forgets_nothing_older_than_90()
    {
        await using var city = new TestCity();
        var id = await city.AcceptedAsync(Lamp);
        var watch = Stopwatch.StartNew();

        city.City.Clock.Advance(TimeSpan.FromDays(200));

        (await city.IdsAsync()).Should().BeEmpty();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
        (await city.GetAsync($"requests/{id}.xml")).Status.Should().Be(200);
    }

    [Test]
    public async Task Keeps_to_the_90_days_to_the_second()
    {
        await using var city = new TestCity(new RunningCityOptions { Frozen = true });
        var id = await city.AcceptedAsync(Lamp);

        city.City.Clock.Advance(TimeSpan.FromDays(90));
        (await city.IdsAsync()).Should().Contain(id);
        city.City.Clock.Advance(TimeSpan.FromSeconds(1));
        (await city.IdsAsync()).Should().NotContain(id);
    }

    [Test]
    public async Task Is_the_same_again_when_the_clock_was_set_back()
    {
        await using var city = new TestCity(new RunningCityOptions { Frozen = true });
        var before = Tell(await city.GetAsync("requests.json"));

        city.City.Clock.Advance(TimeSpan.FromDays(60));
        Tell(await city.GetAsync("requests.json")).Should().NotBe(before);
        city.City.Clock.SetTo(TestCity.Now);

        Tell(await city.GetAsync("requests.json")).Should().Be(before);
        city.City.Clock.SetTo(TestCity.Now.AddDays(-150));
        (await city.IdsAsync()).Should().NotBeEmpty();
        city.City.Statistics.Now.Should().Be(TestCity.Now.AddDays(-150));
    }

    [Test]
    public async Task Runs_or_stands_still_as_its_user_wants()
    {
        await using var city = new TestCity(new RunningCityOptions { StartAt = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.FromHours(2)) });
        var clock = city.City.Clock;

        city.Time.Advance(TimeSpan.FromHours(1));
        clock.GetUtcNow().Should().Be(new DateTimeOffset(2030, 12, 31, 23, 0, 0, TimeSpan.Zero));
        clock.Freeze();
        city.Time.Advance(TimeSpan.FromHours(5));
        clock.GetUtcNow().Should().Be(new DateTimeOffset(2030, 12, 31, 23, 0, 0, TimeSpan.Zero));
        clock.Run();
        city.Time.Advance(TimeSpan.FromMinutes(30));
        clock.GetUtcNow().Should().Be(new DateTimeOffset(2030, 12, 31, 23, 30, 0, TimeSpan.Zero));
        clock.IsFrozen.Should().BeFalse();
    }

    [TestCase("0002-12-31T00:00:00Z")]
    [TestCase("9980-01-01T00:00:00Z")]
    public async Task Keeps_within_the_years_that_dates_can_be_computed_in(string instant)
    {
        await using var city = new TestCity();
        var set = () => city.City.Clock.SetTo(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

        set.Should().Throw<ArgumentOutOfRangeException>();
        city.City.Clock.GetUtcNow().Should().Be(TestCity.Now);
    }

    [TestCase("0003-01-01T00:00:00Z")]
    [TestCase("9979-12-31T23:59:59Z")]
    public async Task Answers_at_the_ends_of_those_years(string instant)
    {
        await using var city = new TestCity();
        city.City.Clock.SetTo(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

        (await city.GetAsync("requests.json")).Status.Should().Be(200);
        (await city.GetAsync("requests.json?start_date=9999-12-31T23:59:59Z")).Status.Should().BeLessThan(500);
        (await city.GetAsync("requests.json?end_date=0001-01-01T00:00:00Z")).Status.Should().BeLessThan(500);
        await city.AcceptedAsync(Lamp);
    }

    static async Task<string?> TokenAsync(TestCity city, string token) => (string?)(await city.ItemsAsync($"tokens/{token}.json"))[0]!["service_request_id"];

    static string Tell(Mock.Answers.Reply reply) => TestCity.Items(reply).ToJsonString();
}
