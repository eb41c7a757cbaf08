using System.IO.Compression;
using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Replaying;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Mock.Serving;
using Open311.Reporting.Bundles;

namespace Open311.Cli.Tests.Verifying;

/// <summary>Bundles of runs against a city of the mock.</summary>
static class CityBundle
{
    public const string Key = "open-sesame-42";

    static readonly DateTimeOffset now = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);
    static readonly Lazy<ConformanceSuite> suite = new(() => new ConformanceSuite());
    static readonly Lazy<Task<byte[]>> small = new(() => PackAsync(new CityServerOptions(), t => t with { Only = ["GR2-SVC-*"], ApiKey = Key }));

    /// <summary>One of a few exchanges, made once.</summary>
    public static Task<byte[]> SmallAsync() => small.Value;

    public static async Task<RunReport> JudgeAsync(CityServerOptions options, Func<Target, Target>? adjust = null, int concurrency = 3, int stopAfter = int.MaxValue)
    {
        var clock = new FakeTimeProvider(now) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(100) };
        await using var city = await CityServer.StartAsync(options with { Time = clock, JournalEntries = 0 });
        var target = new Target
        {
            Endpoint = city.Endpoint,
            Discovery = city.Discovery,
            MultiJurisdiction = city.City.Jurisdictions.Count > 1,
            Jurisdictions = city.City.Jurisdictions.Count > 1 ? [.. city.City.Jurisdictions.Select(j => j.Id)] : [],
            ApiKey = city.City.Keys[0],
        };
        var settings = new RunSettings { Pause = TimeSpan.Zero, Concurrency = concurrency, Timeout = TimeSpan.FromMinutes(2) };
        await using var probe = new HttpProbe(settings, clock);
        using var stop = new CancellationTokenSource();
        return await suite.Value.RunAsync(adjust?.Invoke(target) ?? target, settings, new StoppingExchanges(probe, stop, stopAfter), clock, cancellation: stop.Token);
    }

    public static async Task<byte[]> PackAsync(CityServerOptions options, Func<Target, Target>? adjust = null, BundleSigner? signer = null) =>
        await PackAsync(await JudgeAsync(options, adjust), signer);

    public static async Task<byte[]> PackAsync(RunReport report, BundleSigner? signer = null)
    {
        var draft = BundleDraft.Of(report);
        var replayed = await Replay.RunAsync(suite.Value, draft.Run);
        draft.Compare(replayed).Differences.Select(d => d.Sentence).Should().BeEmpty("the evidence alone gives what the run gave");
        using var output = new MemoryStream();
        await draft.WriteAsync(replayed, signer, output);
        return output.ToArray();
    }

    public static OpenedBundle Open(byte[] bundle, BundleKey? key = null) => BundleReader.Read(new MemoryStream(bundle), key);

    public static async Task<BundleVerification> VerifyAsync(byte[] bundle, BundleKey? key = null)
    {
        var opened = Open(bundle, key);
        return await BundleVerification.OfAsync(opened, opened.Run is { } run ? await Replay.RunAsync(suite.Value, run) : null);
    }

    public static IReadOnlyDictionary<string, byte[]> Members(byte[] bundle)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var content = new MemoryStream();
            using var stream = e.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    /// <summary>Zips members as anybody's tool would.</summary>
    public static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> members)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return output.ToArray();
    }

    /// <summary>The bundle with one member changed.</summary>
    public static byte[] With(byte[] bundle, string name, Func<byte[], byte[]> change) =>
        Zip(Members(bundle).Select(m => m.Key == name ? KeyValuePair.Create(name, change(m.Value)) : m));
}
