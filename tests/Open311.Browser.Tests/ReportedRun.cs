using System.IO.Compression;
using System.Text.Json;
using Open311.Mock.Serving;
using Open311.Testing.Commands;
using Open311.Testing.Hostile;

namespace Open311.Browser.Tests;

/// <summary>A run whose report is looked at; made once, whoever looks at it.</summary>
/// <param name="name">Read as the name of the test.</param>
/// <param name="exitCode">How it must end.</param>
/// <param name="run">Makes it.</param>
internal sealed class ReportedRun(string name, int exitCode, Func<CancellationToken, Task<CommandRun>> run)
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    static readonly string[] faults =
    [
        "dates-american", "discovery-text-html", "personal-data", "services-differ-by-format", "updated-in-future", "key-echoed",
    ];

    readonly Lazy<Task<CommandRun>> made = new(async () =>
    {
        using var time = new CancellationTokenSource(patience);
        return await run(time.Token);
    });

    /// <summary>A city with several defects, on paper, too.</summary>
    public static ReportedRun Defects { get; } = new("a city with several defects", 1, async cancellation =>
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions { Faults = faults }, cancellation);
        return await Open311Command.CheckAsync(cancellation, city.Endpoint.OriginalString, "--timeout", "120", "--pdf");
    })
    {
        IsLookedAtInEveryWay = true,
    };

    public static IReadOnlyList<ReportedRun> All { get; } =
    [
        new("a conforming city in German", 0, cancellation => Open311Command.CheckAsync(cancellation, "--lang", "de", "--only", "SD-*,GR2-SVC-*,GR2-REQS-*,GR2-TOK-*"))
        {
            Language = "de", IsLookedAtInEveryWay = true,
        },
        Defects,
        new("a city of hostile text", 1, async cancellation =>
        {
            await using var city = await CityServer.StartAsync(cancellation: cancellation);
            await using var proxy = new CityProxy(city.Endpoint) { Body = Poison.SparingIdentifiers.Spoil };
            return await Open311Command.CheckAsync(cancellation, proxy.Endpoint, "--timeout", "120");
        }),
        new("an index of several targets", 1, IndexAsync) { Page = "index.html", IsLookedAtInEveryWay = true },
        new("three bids side by side", 1, ComparisonAsync) { Page = "comparison.html", IsLookedAtInEveryWay = true },
        new("a part of the kill matrix", 0, cancellation => Open311Command.RunAsync(cancellation, "selftest", "--area", "discovery", "--out", "report")) { Page = "matrix.html" },
        new("a target that cannot be tested", 3, cancellation => Open311Command.CheckAsync(cancellation, "http://127.0.0.1:1/open311/v2", "--lang", "de")) { Language = "de" },
    ];

    /// <summary>The run, made when first asked for.</summary>
    public Task<CommandRun> Run => made.Value;

    /// <summary>How it must end.</summary>
    public int ExitCode => exitCode;

    /// <summary>The language of its page.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether accessibility is looked at in every look, not in the usual one only.</summary>
    public bool IsLookedAtInEveryWay { get; init; }

    /// <summary>The file that is looked at.</summary>
    public string Page { get; init; } = "report.html";

    public override string ToString() => name;

    // Bids of three kinds of servers, one of them with a word changed in its evidence.
    static async Task<CommandRun> ComparisonAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("open311-bids-");
        try
        {
            foreach (var dialect in (string[])["boston", "helsinki", "chicago"])
            {
                await using var city = await CityServer.StartAsync(new CityServerOptions { Dialect = dialect }, cancellation);
                var bid = Path.Combine(folder.FullName, $"{dialect}.zip");
                var run = await Open311Command.CheckAsync(cancellation, city.Endpoint.OriginalString, "--only", "SD-*,GR2-SVC-*,GR2-DATE-*", "--timeout", "120", "--bundle", bid);
                if (!File.Exists(bid))
                    throw new InvalidOperationException(run.Printed);
            }

            Tamper(Path.Combine(folder.FullName, "chicago.zip"));
            string[] bids = [.. folder.GetFiles("*.zip").Select(f => f.FullName).Order()];
            return await Open311Command.RunAsync(cancellation, ["compare", .. bids, "--profile", "georeport-v2-read", "--out", "report"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static void Tamper(string zip)
    {
        using var archive = ZipFile.Open(zip, ZipArchiveMode.Update);
        var entry = archive.GetEntry("findings.json")!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
            text = reader.ReadToEnd();
        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry("findings.json").Open());
        writer.Write(text.Replace("\"fail\"", "\"pass\"", StringComparison.Ordinal));
    }

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
