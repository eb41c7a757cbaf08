using Open311.Mock.Cities;
using Open311.Mock.Generation;
using Open311.Mock.Store;
using Open311.Mock.Tests.Serving;

namespace Open311.Mock.Tests.Cities;

public sealed class GeneratedRequests
{
    static readonly DateTimeOffset Now = RunningCity.Now;

    readonly IReadOnlyList<ServiceRequest> requests = new RequestGenerator(City.Load(), 311, Now).Generate();

    [Test]
    public void Are_the_same_for_the_same_seed_and_clock_and_others_for_another_seed()
    {
        var again = new RequestGenerator(City.Load(), 311, Now).Generate();
        var other = new RequestGenerator(City.Load(), 312, Now).Generate();

        again.Select(Tell).Should().Equal(requests.Select(Tell));
        other.Select(Tell).Should().NotEqual(requests.Select(Tell));
    }

    [Test]
    public void Reach_back_200_days_with_600_in_the_last_90()
    {
        requests.Count(r => r.Requested > Now.AddDays(-90)).Should().Be(600);
        requests.Min(r => r.Requested).Should().BeBefore(Now.AddDays(-190)).And.BeAfter(Now.AddDays(-200));
    }

    [Test]
    public void Keep_clear_of_the_edge_of_the_default_window()
    {
        requests.Should().NotContain(r => (Now - r.Requested) > TimeSpan.FromDays(89.5) && (Now - r.Requested) < TimeSpan.FromDays(90.5));
    }

    [Test]
    public void Have_plausible_times_in_whole_seconds()
    {
        requests.Should().OnlyContain(r => r.Requested <= r.Updated && r.Updated <= Now && r.Requested.Ticks % TimeSpan.TicksPerSecond == 0);
        requests.Where(r => r.Expected is not null).Should().NotBeEmpty().And.OnlyContain(r => r.Expected > r.Requested);
    }

    [Test]
    public void Say_what_was_done_when_they_are_closed()
    {
        requests.Where(r => r.Closed).Should().NotBeEmpty().And.OnlyContain(r => r.StatusNotes.Length > 0 && r.Updated > r.Requested);
        requests.Should().Contain(r => !r.Closed);
    }

    [Test]
    public void Have_unique_ids_some_with_letters_and_dots()
    {
        requests.Select(r => r.Id).Should().OnlyHaveUniqueItems();
        requests.Should().Contain(r => r.Id.Contains('.')).And.Contain(r => r.Id.StartsWith("GR-")).And.Contain(r => r.Id.All(char.IsAsciiDigit));
    }

    [Test]
    public void Lie_somewhere_within_the_area_or_at_an_address()
    {
        requests.Should().OnlyContain(r => (r.Lat == null) == (r.Long == null) && (r.Lat != null || r.Address.Length > 0));
        requests.Should().Contain(r => r.Lat == null);
        requests.Where(r => r.Lat is not null).Should().OnlyContain(r => r.Lat > 41.6m && r.Lat < 41.8m && r.Long < -70.6m && r.Long > -70.7m);
        requests.Should().Contain(r => r.Zipcode.StartsWith('0'));
    }

    [Test]
    public void Hold_text_that_careless_writers_break_on()
    {
        var texts = requests.Select(r => r.Description).Distinct().ToArray();

        texts.Should().Contain("").And.Contain(t => t.Contains('&')).And.Contain(t => t.Contains("]]>")).And.Contain(t => t.Contains('<'))
            .And.Contain(t => t.Contains('\n')).And.Contain(t => t.Contains("🚧")).And.Contain(t => t.Contains('Ф')).And.Contain(t => t.Contains('街'));
        texts.Should().NotContain(t => System.Text.RegularExpressions.Regex.IsMatch(t, "<[a-zA-Z/!?]"));
    }

    [Test]
    public void Are_none_when_the_plan_says_so()
    {
        var city = City.Load();

        new RequestGenerator(city with { Requests = city.Requests with { Recent = 0 } }, 1, Now).Generate().Should().BeEmpty();
        new RequestGenerator(city with { Services = [.. city.Services.Select(s => s with { Weight = 0 })] }, 1, Now).Generate().Should().BeEmpty();
    }

    static string Tell(ServiceRequest r) => $"{r.Id} {r.Requested:O} {r.Updated:O} {r.Service.Code} {r.Description} {r.Lat} {r.Long} {r.Address} {r.Token}";
}
