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

    // 40 and 401 turn objects whose fields may all be missing.
    [Test]
    public async Task Reports_are_taken_whatever_the_seed([Values(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 40, 401)] int seed, [Values("xml", "json")] string format)
    {
        await using var city = await MockCity.StartAsync(o =>
        {
            o.Vary = true;
            o.Seed = seed;
        });
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(
        [
            new("api_key", city.ApiKey), new("service_code", "dog-fouling"), new("lat", "41.6855"), new("long", "-70.6425"), new("description", "A report"),
        ]);

        using var answer = await client.PostAsync($"{city.Endpoint}/requests.{format}", form);

        ((int)answer.StatusCode).Should().BeOneOf([200, 201, 404], "services may have other codes and JSON may not be offered: {0}", await answer.Content.ReadAsStringAsync());
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
