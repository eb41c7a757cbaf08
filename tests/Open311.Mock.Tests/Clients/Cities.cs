namespace Open311.Mock.Tests.Clients;

/// <summary>Cities that stay open for all cases of a fixture.</summary>
internal sealed class Cities : IAsyncDisposable
{
    readonly Dictionary<string, MockCity> open = [];

    public async Task<MockCity> OfAsync(string name)
    {
        if (!open.TryGetValue(name, out var city))
        {
            open[name] = city = await MockCity.StartAsync(o =>
            {
                o.City = name.Split(' ')[0];
                o.Json = !name.EndsWith("xml-only", StringComparison.Ordinal);
                o.StartAt = new DateTimeOffset(2026, 5, 20, 9, 30, 17, TimeSpan.Zero);
            });
        }

        city.Reset();
        return city;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var city in open.Values)
            await city.DisposeAsync();
    }
}
