using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Reporting.Bundles;
using Open311.Reporting.Languages;

namespace Open311.Cli.Checking;

/// <summary>What a run is held against and how it is kept, beyond its reports: profile, baseline, bundle, signature.</summary>
internal sealed class CheckProof : IDisposable
{
    readonly IConsoleEnvironment env;
    readonly IRooms rooms;
    readonly Language language;
    readonly BundleSigner? signer;
    readonly BundleFile? bundle;
    readonly BaselineFile? baseline;

    CheckProof(CheckOptions options, IConsoleEnvironment env, IRooms rooms)
    {
        (this.env, this.rooms, language) = (env, rooms, options.Order.Language);
        Profile = options.Profile is { } named ? ProfileFinder.Find(named, env.WorkingDirectory, rooms.Catalogue) : null;
        baseline = options.Baseline is { } known ? BaselineFile.Read(known, env.WorkingDirectory, rooms.Catalogue, options.UpdateBaseline) : null;
        signer = options.Sign is { } key ? KeyFile.Signer(key, env.WorkingDirectory) : null;
        bundle = options.Bundle is { } file ? BundleFile.Prepare(file, env.WorkingDirectory) : null;
    }

    /// <summary>The profile; null for none.</summary>
    public BuyerProfile? Profile { get; }

    /// <summary>Reads every file that is named, and makes sure that those to be written can be, before anything is sent.</summary>
    /// <exception cref="UsageException">One of them cannot be used.</exception>
    public static CheckProof Prepare(CheckOptions options, IConsoleEnvironment env, IRooms rooms) => new(options, env, rooms);

    /// <summary>What the exit code is to be. Profile and baseline take the place of the plain verdict.</summary>
    public Gate Judge(RunReport report) => Judge(report, (int)report.Outcome);

    /// <summary>The same where the plain verdict is another than the run's own.</summary>
    public Gate Judge(RunReport report, int plain)
    {
        var lines = new List<string>();
        var codes = new List<int>();
        if (report.Profile is { } profile)
        {
            lines.Add(profile.Sentence);
            codes.Add(profile.Met switch { true => ExitCode.Success, false => ExitCode.Nonconformant, _ => ExitCode.CouldNotTest });
        }

        if (baseline?.Judge(report, plain) is { } gate)
        {
            lines.AddRange(gate.Lines);
            codes.Add(gate.ExitCode);
        }

        if (codes.Count == 0)
            codes.Add(plain);
        return new(codes.Contains(ExitCode.Nonconformant) ? ExitCode.Nonconformant : codes.Max(), lines);
    }

    /// <summary>Packs the bundle, if one was asked for.</summary>
    public async Task<Packed> WriteBundleAsync(RunReport report) =>
        bundle is null ? Packed.Nothing : await new BundleStep(env, rooms, language).WriteAsync(report, bundle, signer);

    public void Dispose() => signer?.Dispose();
}
