using Open311.Mock.Cities;

namespace Open311.Mock.Tests.Serving;

public sealed class FollowsAnEditedCity
{
    [TestCase("services.xml")]
    [TestCase("services.json")]
    [TestCase("requests.json")]
    [TestCase("services/006.xml")]
    public async Task In_answers_that_were_asked_for_before(string path)
    {
        await using var city = await RunningCity.StartAsync();
        var before = (await city.GetAsync(path)).Text;
        (await city.GetAsync(path)).Text.Should().Be(before);

        var edited = City.Load();
        city.Server.Running.Reload(edited with
        {
            Services = [.. edited.Services.Select(s => s.Code != "006" ? s : s with { Name = "Lamp is dark", Attributes = edited.Services.First(other => other.Attributes.Count > 0).Attributes })],
        });

        var after = (await city.GetAsync(path)).Text;
        after.Should().NotBe(before);
        (await city.GetAsync(path)).Text.Should().Be(after);
    }
}
