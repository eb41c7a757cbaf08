using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Reporting.Bundles;

namespace Open311.Cli.Verifying;

/// <summary>Opens bundles and judges them again.</summary>
internal sealed class BundleJudge(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>The most bytes that a bundle may unpack to; null for what bundles may at all.</summary>
    public long? MostContent { get; init; }

    /// <summary>Verifies a bundle.</summary>
    /// <param name="name">The file as given.</param>
    /// <param name="key">The signer's key; null to leave a signature unchecked.</param>
    /// <exception cref="UsageException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="BundleException">It is no bundle, or not one that is safe to open.</exception>
    public async Task<BundleVerification> VerifyAsync(string name, BundleKey? key)
    {
        OpenedBundle bundle;
        using (var file = Open(name))
            bundle = MostContent is { } most ? BundleReader.Read(file, key, most) : BundleReader.Read(file, key);
        var replayed = bundle.Run is { } run ? await rooms.Suite.ReplayAsync(run, env.Interrupts.Stop) : null;
        env.Interrupts.Stop.ThrowIfCancellationRequested();
        if (replayed is not null && bundle.Profile is { } profile && Known(profile))
            replayed = replayed with { Profile = new ProfileJudge(rooms.Catalogue).Judge(profile, replayed) };
        return await BundleVerification.OfAsync(bundle, replayed);
    }

    // A profile of a newer register may name what this one does not know.
    bool Known(BuyerProfile profile) => profile.Demands.All(d => d.IsClass || rooms.Catalogue.Find(d.Name) is not null);

    FileStream Open(string name)
    {
        var shown = Printable.Line(name);
        try
        {
            var path = Path.Combine(env.WorkingDirectory, name);
            if (Directory.Exists(path))
                throw new UsageException($"'{shown}' is a folder; expected a bundle, as 'open311 check --bundle FILE' writes it.");
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no file '{shown}' in {env.WorkingDirectory}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"'{shown}' cannot be read: {Printable.Line(e.Message)}");
        }
    }
}
