using Open311.Mock.Cities;
using Open311.Mock.Running;
using Open311.Protocol;

namespace Open311.Mock.Tests.Running;

public sealed class ComesInEditions
{
    [TestCase(ServiceTypeMode.Realtime, "realtime")]
    [TestCase(ServiceTypeMode.Batch, "batch")]
    [TestCase(ServiceTypeMode.Blackbox, "blackbox")]
    public async Task Gives_all_services_one_type(ServiceTypeMode mode, string type)
    {
        await using var city = new TestCity(new RunningCityOptions { Types = mode });

        (await city.ItemsAsync("services.json")).Should().OnlyContain(s => (string)s!["type"]! == type);
        (await city.IdsAsync()).Should().NotBeEmpty("what the city lists of its own has an id, whatever a POST would give");
    }

    [TestCase("port-linden")]
    [TestCase("two-rivers")]
    public void Mixes_the_types(string name)
    {
        var plain = City.Load(name);
        var realtime = plain with { Services = [.. plain.Services.Select(s => s with { Type = ServiceType.Realtime })] };

        foreach (var city in new[] { plain, realtime })
        {
            var running = Mock.Running.RunningCity.Open(city, new RunningCityOptions { Types = ServiceTypeMode.Mixed });
            running.City.Services.Select(s => s.Type).Distinct().Should().BeEquivalentTo(Enum.GetValues<ServiceType>());
        }
    }

    [Test]
    public async Task Serves_one_jurisdiction_of_several()
    {
        await using var city = new TestCity(new RunningCityOptions { Mode = CityMode.Single }, City.Load("two-rivers"));

        (await city.ItemsAsync("services.json")).Select(s => (string)s!["service_code"]!).Should().Contain("upper-dam").And.NotContain("lower-jetty");
        (await city.IdsAsync()).Should().NotBeEmpty();
    }

    [Test]
    public void Refuses_what_the_city_cannot_be()
    {
        var multi = () => Mock.Running.RunningCity.Open(City.Load(), new RunningCityOptions { Mode = CityMode.Multi });
        var mixed = () => Mock.Running.RunningCity.Open(City.Load() with { Services = [City.Load().Services[0]] }, new RunningCityOptions { Types = ServiceTypeMode.Mixed });
        var silent = () => Mock.Running.RunningCity.Open(City.Load(), new RunningCityOptions { Formats = [] });

        multi.Should().Throw<CityException>().WithMessage("The city Port Linden has one jurisdiction, and several were asked for.*");
        mixed.Should().Throw<CityException>().WithMessage("*needs three*");
        silent.Should().Throw<CityException>().WithMessage("A city needs at least one format.*");
    }

    [TestCase(DataFormat.Xml, "text/xml")]
    [TestCase(DataFormat.Json, "application/json")]
    public async Task Serves_and_advertises_the_formats_asked_for(DataFormat only, string type)
    {
        await using var city = new TestCity(new RunningCityOptions { Formats = [only] });
        var other = only == DataFormat.Xml ? "json" : "xml";

        (await city.GetAsync($"services.{other}")).Status.Should().Be(404);
        (await city.GetAsync($"services.{only.Extension()}")).Status.Should().Be(200);
        var discovery = System.Text.Encoding.UTF8.GetString(Open311.Protocol.Writing.ResourceWriter.Write((await city.GetAsync("discovery.json")).Resource, DataFormat.Json));
        discovery.Should().Contain($"\"formats\":[\"{type}\"]");
    }
}
