using Open311.Mock.Dialects;

namespace Open311.Mock.Tests.Dialects;

[CancelAfter(60_000)]
public sealed class DialectsAreServed
{
    // FixMyStreet takes no reports: it answers a POST with the list.
    static IEnumerable<string> Ids => DialectCatalog.Load().All.Select(d => d.Id).Except(["fixmystreet"]);

    [TestCaseSource(nameof(Ids))]
    public async Task With_a_form_to_try_that_is_taken(string id, CancellationToken cancellation)
    {
        await using var city = await MockCity.StartAsync(o => o.Dialect = id, cancellation);
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(city.SampleForm);

        using var answer = await client.PostAsync(new Uri(city.BaseAddress, "requests.xml"), form, cancellation);

        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync(cancellation));
    }
}
