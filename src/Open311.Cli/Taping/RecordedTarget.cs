using Open311.Cli.Application;
using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Conformance.Replaying;
using Open311.Conformance.Running;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary>A recorded city in the place of a live one.</summary>
/// <param name="recording">The recording.</param>
internal sealed class RecordedTarget(Recording recording)
{
    /// <exception cref="UsageException">There is none of that name, or it cannot be read.</exception>
    public static RecordedTarget Read(RawValue name, IConsoleEnvironment env) => new(RecordingFinder.Read(name, env));

    /// <summary>The same options about the recorded city.</summary>
    public CheckOptions Over(CheckOptions options) => options with
    {
        Target = TakeMaking.Target(recording.Info) with { Classes = options.Classes, Only = options.Only },
        Settings = TakeMaking.Settings(recording.Info) with { Strict = options.Settings.Strict },
    };

    /// <summary>Judges it, by the instant at which it was recorded. What was not recorded was not exercised.</summary>
    public async Task<RunReport> JudgeAsync(CheckOptions options, ISuite suite, Func<IExchangeSource, IExchangeSource> listen, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var info = recording.Info;
        var target = options.Target!;
        var report = info.Kind == RecordingKind.Walk
            ? await suite.RunAsync(target, options.Settings, listen(new CassetteExchanges(recording)), new RecordedClock(info.Recorded), progress, new NoPosts(), cancellation)
            : await ForeignAsync();
        return report with
        {
            Notes = [.. report.Notes, .. info.Note is { } note ? (string[])[note] : [], $"This was judged from a recording of {info.Source}, made at {info.Recorded.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}; what was not recorded was not exercised."],
        };

        Task<RunReport> ForeignAsync()
        {
            var foreign = new ForeignRecording(TakeMaking.Exchanges(recording.Cassette), target);
            return suite.JudgeAsync(target, foreign, foreign.Latest == default ? info.Recorded : foreign.Latest, cancellation);
        }
    }

    sealed class RecordedClock(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }

    sealed class NoPosts : IPostJournal
    {
        public void Sending(CreatedRecord record) => throw new InvalidOperationException("Nothing is posted to a recording.");

        public void Answered(CreatedRecord record)
        {
        }
    }
}
