using System.Text.Json;
using Open311.Mock.Serving;
using Open311.Testing.Commands;
using Open311.Testing.Hostile;

namespace Open311.Browser.Tests;

/// <summary>A run whose report is looked at.</summary>
/// <param name="Name">Read as the name of the test.</param>
/// <param name="ExitCode">How it must end.</param>
/// <param name="RunAsync">Makes it.</param>
internal sealed record ReportedRun(string Name, int ExitCode, Func<CancellationToken, Task<CommandRun>> RunAsync)
{
    static readonly string[] faults =
    [
        "dates-american", "discovery-text-html", "personal-data", "services-differ-by-format", "updated-in-future", "key-echoed",
    ];

    public static IReadOnlyList<ReportedRun> All { get; } =
    [
        new("a conforming city", 0, cancellation => Open311Command.CheckAsync(cancellation)),
        new("a city with several defects", 1, async cancellation =>
        {
            await using var city = await CityServer.StartAsync(new CityServerOptions { Faults = faults }, cancellation);
            return await Open311Command.CheckAsync(cancellation, city.Endpoint.OriginalString, "--timeout", "120");
        }) { IsLookedAtInEveryWay = true },
        new("a city of hostile text", 1, async cancellation =>
        {
            await using var city = await CityServer.StartAsync(cancellation: cancellation);
            await using var proxy = new CityProxy(city.Endpoint) { Body = Poison.SparingIdentifiers.Spoil };
            return await Open311Command.CheckAsync(cancellation, proxy.Endpoint, "--timeout", "120");
        }),
        new("an index of several targets", 1, IndexAsync) { Page = "index.html", IsLookedAtInEveryWay = true },
        new("a target that cannot be tested", 3, cancellation => Open311Command.CheckAsync(cancellation, "http://127.0.0.1:1/open311/v2")),
    ];

    /// <summary>Whether accessibility is looked at in every look, not in the usual one only.</summary>
    public bool IsLookedAtInEveryWay { get; init; }

    /// <summary>The file that is looked at.</summary>
    public string Page { get; init; } = "report.html";

    public override string ToString() => Name;

    static async Task<CommandRun> IndexAsync(CancellationToken cancellation)
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions { Faults = faults }, cancellation);
        var file = Path.Combine(Path.GetTempPath(), $"open311-{Guid.NewGuid():N}.yaml");
        try
        {
            // JSON is YAML, too.
            var targets = JsonSerializer.Serialize(new
            {
                timeout = 120,
                only = "GR2-DATE-*,GR2-SVC-*,SD-*",
                targets = new object[]
                {
                    city.Endpoint.OriginalString,
                    new { name = HostileText.All, url = city.Endpoint.OriginalString },
                    new { name = "A city that is not there, with a name that is longer than most", url = "http://127.0.0.1:1/open311/v2" },
                },
            });
            await File.WriteAllTextAsync(file, targets, cancellation);
            return await Open311Command.CheckAsync(cancellation, "--targets", file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
