using Open311.Mock.Faults;
using Open311.Mock.Tests.Serving;

namespace Open311.Mock.Tests.Faults;

public sealed class EveryFault
{
    static readonly FaultCatalog Catalog = FaultCatalog.Load();

    // Faults of posting do not show in reads; the suite's own tests run them.
    static IEnumerable<string> Ids => Catalog.All.Where(f => !f.Source.Contains("posts.yaml", StringComparison.Ordinal)).Select(f => f.Id);

    readonly Dictionary<string, (KnownData Known, List<(string Question, string Answer)> Answers)> correct = [];

    [OneTimeSetUp]
    public async Task AskTheCorrectCities()
    {
        foreach (var name in new[] { "port-linden", "two-rivers" })
        {
            await using var city = await RunningCity.StartAsync(with: o => o with { City = KnownData.Small(name) });
            var known = await KnownData.OfAsync(city);
            var answers = new List<(string, string)>();
            await foreach (var answer in Battery.AskAsync(city, known))
                answers.Add(answer);
            correct[name] = (known, answers);
        }
    }

    [Test]
    public void Is_one_of_at_least_a_hundred_across_all_areas()
    {
        Catalog.All.Should().HaveCountGreaterThan(100);
        Catalog.All.SelectMany(f => f.Requirements).Select(r => r[..r.LastIndexOf('-')]).Distinct().Should().Contain(
        [
            "SD-URL", "SD-FMT", "SD-DOC", "SD-EP", "SD-CON", "GR2-HTTP", "GR2-ENC", "GR2-DATE", "GR2-XML", "GR2-JSON", "GR2-JUR", "GR2-OPT", "GR2-KEY",
            "GR2-SVC", "GR2-DEF", "GR2-REQS", "GR2-REQ", "GR2-ERR", "GR2-CON",
        ]);
    }

    [TestCaseSource(nameof(Ids))]
    public async Task Shows_in_at_least_one_answer(string id)
    {
        var fault = Catalog.Find(id);
        var cityName = fault.City ?? "port-linden";
        var (known, expected) = correct[cityName];
        await using var city = await RunningCity.StartAsync(with: o => o with { City = KnownData.Small(cityName), Faults = [id] });

        var differs = false;
        var asked = 0;
        await foreach (var actual in Battery.AskAsync(city, known))
        {
            actual.Question.Should().Be(expected[asked].Question);
            actual.Answer.Should().NotBe(Battery.Crashed, $"the mock must send '{fault.Title}' and not break over it");
            differs |= actual != expected[asked++];
            if (differs && asked > 60)
                break;
        }

        differs.Should().BeTrue($"'{fault.Title}' must not be a no-op");
    }

    [Test]
    public async Task Is_told_apart_by_a_battery_that_finds_two_correct_cities_equal()
    {
        var (known, expected) = correct["port-linden"];
        await using var city = await RunningCity.StartAsync(with: o => o with { City = KnownData.Small("port-linden") });

        var asked = 0;
        await foreach (var actual in Battery.AskAsync(city, known))
            actual.Should().Be(expected[asked++]);
        asked.Should().Be(expected.Count);
    }

    [TestCaseSource(nameof(Ids))]
    public void Says_what_is_wrong_in_one_sentence(string id)
    {
        var fault = Catalog.Find(id);

        fault.Id.Should().MatchRegex("^[a-z0-9]+(-[a-z0-9]+)*$");
        fault.Title.Should().EndWith(".").And.MatchRegex("^[A-Za-z]");
        fault.Needs.Should().BeSubsetOf(["discovery", "json", "jurisdiction", "multi-jurisdiction", "key", "known-id", "large-city", "time", "writes", "coding"]);
    }

    [Test]
    public void Names_requirements_of_the_register()
    {
        Catalog.All.SelectMany(f => f.Requirements).Distinct().Should().BeSubsetOf(Register.Ids());
    }
}
