using Open311.Mock.Disturbances;
using Open311.Mock.Tests.Clients;

namespace Open311.Mock.Tests.Disturbances;

[CancelAfter(30_000)]
public sealed class Pebbles
{
    [Test]
    public void A_seed_chooses_freedoms_that_go_together()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var chosen = PebbleMode.Choose(seed);
            chosen.Should().NotBeEmpty();
            chosen.SelectMany(v => v.Touches).Should().OnlyHaveUniqueItems();
            chosen.Select(v => v.Id).Should().Equal(PebbleMode.Choose(seed).Select(v => v.Id));
        }
    }

    [Test]
    public async Task The_same_seed_gives_the_same_answers_and_another_seed_others()
    {
        var all = new List<string>();
        foreach (var seed in new[] { 1, 1, 2 })
        {
            await using var city = await MockCity.StartAsync(o =>
            {
                o.Vary = true;
                o.Seed = seed;
                o.StartAt = DateTimeOffset.UnixEpoch.AddYears(56);
            });
            all.Add((await RawClient.GetAsync(city, city.Endpoint.AbsolutePath + "/services.json")).Body);
        }

        all[0].Should().Be(all[1]).And.NotBe(all[2]);
    }
}
