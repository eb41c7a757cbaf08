using Open311.Cli.Application;
using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Cli.Taping.Proxying;
using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Conformance.Walking;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary><c>open311 record</c>.</summary>
internal sealed class RecordCommand(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>Records a city; 0 when it is written, 3 when it could not be asked.</summary>
    /// <exception cref="UsageException">Something given cannot be used; nothing was sent.</exception>
    public Task<int> RunAsync(RawSettings settings)
    {
        var read = new SettingReader(settings);
        var folder = read.Text(RecordSettings.Out) ?? throw new UsageException($"--{RecordSettings.Out}: Say where the recording goes: --{RecordSettings.Out} DIR.");
        var path = Path.GetFullPath(folder, env.WorkingDirectory);
        var force = read.Switch(RecordSettings.Force);
        try
        {
            RecordingFolder.Refuse(path, force);
        }
        catch (RecordingException e)
        {
            throw new UsageException($"--{RecordSettings.Out}: {Printable.Line(e.Message)}");
        }

        var scrub = new ScrubChoice(read.Switch(RecordSettings.NoScrub), read.Whole(RecordSettings.ScrubSeed, int.MinValue, int.MaxValue, "a whole number"), [.. read.CommaList(RecordSettings.Keep).Select(v => v.Text)]);
        if (new ProxyOptionsReader(settings).Read() is { } proxy)
            return new ProxyCommand(env, rooms).RunAsync(proxy, path, force, scrub);
        if (!settings.Has(CheckSettings.Url))
            throw new UsageException($"Say what to record: open311 record URL --out DIR, or --{RecordSettings.Proxy} URL.");
        var preset = settings.One(CheckSettings.Preset) is { } named ? Presets.Find(named) : new RawSettings();
        var options = new CheckOptionsReader(settings.Over(preset), env.Variable, rooms.Suite).Read();
        if (read.Whole(RecordSettings.MaxDefinitions, 1, 1000, "a number of definitions") is { } definitions)
            options = options with { Settings = options.Settings with { MaxDefinitions = definitions } };
        var bounds = new WalkBounds(
            read.Whole(RecordSettings.MaxPages, 0, 100, "a number of windows") ?? new WalkBounds().Pages,
            read.Whole(RecordSettings.MaxSingles, 0, 1000, "a number of requests") ?? new WalkBounds().Singles);
        return WalkAsync(options, bounds, path, force, scrub);
    }

    async Task<int> WalkAsync(CheckOptions options, WalkBounds bounds, string path, bool force, ScrubChoice scrub)
    {
        var secrets = Secrets.Of(options.Target);
        var narrator = new RunNarrator(env, options, secrets);
        narrator.Warn();
        var source = rooms.Suite.OpenForRecording(options.Settings, env.Clock);
        try
        {
            var heard = narrator.Listen(source);
            var report = await narrator.Display.ShowAsync(progress => rooms.Suite.RunAsync(options.Target!, options.Settings, heard, env.Clock, progress, new Unposted(), env.Interrupts.Stop));
            if (!report.Preflight.IsReady)
            {
                await env.Error.WriteLineAsync(Printable.Line($"Nothing was recorded: {report.Preflight.Message} {report.Preflight.Advice}"));
                return ExitCode.CouldNotTest;
            }

            var walked = await rooms.Suite.WalkAsync(report, bounds, heard, env.Clock, env.Interrupts.Stop);
            if (env.Interrupts.Stop.IsCancellationRequested)
            {
                await env.Error.WriteLineAsync("Stopped: nothing is written, since the recording is not whole.");
                return ExitCode.CouldNotTest;
            }

            return await new RecordingKeeper(env).KeepAsync(TakeMaking.Recording(report, walked, report.ToolVersion), path, force, Settlement.Words(report), scrub);
        }
        finally
        {
            if (source is IAsyncDisposable open)
                await open.DisposeAsync();
        }
    }

    sealed class Unposted : IPostJournal
    {
        public void Sending(CreatedRecord record) => throw new InvalidOperationException("Recording only reads.");

        public void Answered(CreatedRecord record)
        {
        }
    }
}
