using Open311.Cli.Application;
using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Fleet;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Reporting.Languages;
using Open311.Reporting.Printing;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Guarding;
using Open311.WebConsole.Runs;
using Keys = Open311.Cli.Settings.CheckSettings;

namespace Open311.Cli.WebConsole;

/// <summary>Checks of the console: the form says what options say, and everything else is as for <c>open311 check</c>.</summary>
/// <param name="env">The process.</param>
/// <param name="rooms">Whose suite keeps to <paramref name="reach"/>.</param>
/// <param name="reach">Where checks may go.</param>
internal sealed class ConsoleChecks(IConsoleEnvironment env, IRooms rooms, CheckReach reach) : IChecks
{
    static readonly char[] separators = [',', ' ', '\t', ';'];

    readonly string? chromium = new ChromiumFinder(env.Variable, File.Exists).Find();

    public IReadOnlyList<ConformanceClass> Classes => [.. rooms.Catalogue.Classes.Where(c => c.Untested is null)];

    public IReadOnlyList<string> Profiles => ProfileBook.Shipped;

    public bool Prints => chromium is not null;

    public CheckPlan Plan(CheckForm form)
    {
        try
        {
            if (form.Url.Length == 0)
                throw new UsageException("Endpoint: Its address is missing.");
            // The shipped ones only: anything else would be the name of a file of this machine.
            if (form.Profile.Length > 0 && !Profiles.Contains(form.Profile))
                throw new UsageException($"Buyer's profile: There is no profile '{Printable.Line(form.Profile)}'; there are {string.Join(", ", Profiles)}.");
            var options = new CheckOptionsReader(Settings(form), _ => null, rooms.Suite) { InheritsKey = false }.Read();
            if (form.Pdf && chromium is not null)
                options = options with { Order = options.Order with { Printer = chromium } };
            var target = options.Target!;
            RefuseOutOfReach(target);
            return new OwnPlan
            {
                Url = Secrets.Of(target).Hide(target.Endpoint.OriginalString),
                Endpoint = target.Endpoint,
                // Nobody else is burdened by what goes to cities of the console.
                Host = reach.IsOwn(target.Endpoint) ? target.Endpoint.Authority : HostName.Of(target.Endpoint),
                Terms = new(string.Join(", ", target.Jurisdictions), string.Join(", ", options.Classes), form.Profile, options.Order.Language.Tag(), target.Writes.Allowed),
                Options = options,
                Profile = form.Profile.Length > 0 ? ProfileFinder.Find(new RawValue(form.Profile, "Buyer's profile"), env.WorkingDirectory, rooms.Catalogue) : null,
            };
        }
        catch (UsageException e)
        {
            throw new FormException(Secrets.None.Hide(e.Message));
        }
    }

    public async Task<CheckEnd> RunAsync(CheckPlan plan, DirectoryInfo folder, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var own = (OwnPlan)plan;
        var target = own.Options.Target!;
        using var job = new JobEnvironment(env, folder.FullName, cancellation);
        try
        {
            var report = Settlement.Of(await new TargetJudge(job, rooms).JudgeAsync(target, own.Options.Settings, folder.FullName, source => source, progress));
            if (own.Profile is { } profile)
                report = report with { Profile = new ProfileJudge(rooms.Catalogue).Judge(profile, report) };
            await rooms.Reports.WriteAsync(report, folder.FullName, own.Options.Order);
            await new BundleStep(job, rooms, own.Options.Order.Language).WriteAsync(report, BundleFile.Prepare(RunFiles.Bundle, folder.FullName), null);
            return new(report.Outcome, Settlement.Words(report), rooms.Reports.Summarise(report), job.Complaints);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new FailedCheckException("The check was cancelled before there was anything to report.");
        }
#pragma warning disable CA1031 // Whatever breaks concerns this check alone, and is told as a fault of ours, without what it was given.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new FailedCheckException(Fault.Sentence(e, Secrets.Of(target)));
        }
    }

    static RawSettings Settings(CheckForm form)
    {
        var settings = new RawSettings();
        Say(Keys.Url, "Endpoint", form.Url);
        Say(Keys.Discovery, "Discovery document", form.Discovery);
        SayAll(Keys.Jurisdiction, "Jurisdiction", form.Jurisdiction.Split(separators, StringSplitOptions.RemoveEmptyEntries));
        if (settings[Keys.Jurisdiction].Count > 1)
            Switch(Keys.MultiJurisdiction, "Jurisdiction", true);
        Say(Keys.ApiKey, $"--{Keys.ApiKey}", form.ApiKey);
        SayAll(Keys.Class, "Conformance classes", form.Classes);
        Switch(Keys.AllowWrites, "Test reports", form.AllowWrites);
        Switch(Keys.Production, "Production system", form.AllowWrites && form.Production);
        Say(Keys.MaxPosts, "At most so many reports", form.MaxPosts);
        Say(Keys.ServiceCode, "Only to this service", form.ServiceCode);
        Say(Keys.Lat, "Latitude", form.Lat);
        Say(Keys.Long, "Longitude", form.Long);
        Say(Keys.Email, "Contact", form.Email);
        Say(Keys.Lang, "Language of the report", form.Language);
        return settings;

        void Say(string key, string label, string text) => SayAll(key, label, text.Length > 0 ? [text] : []);

        void SayAll(string key, string label, IReadOnlyList<string> texts)
        {
            if (texts.Count > 0)
                settings[key] = [.. texts.Select(t => new RawValue(t, label))];
        }

        void Switch(string key, string label, bool on) => SayAll(key, label, on ? ["true"] : []);
    }

    // Told at once where it is plain. What a name resolves to is looked at when it is connected to: only then does it count.
    void RefuseOutOfReach(Target target)
    {
        foreach (var url in new[] { target.Endpoint, target.Discovery }.OfType<Uri>())
        {
            var address = url.IsLoopback ? System.Net.IPAddress.Loopback : System.Net.IPAddress.TryParse(url.DnsSafeHost, out var literal) ? literal : null;
            if (address is not null && reach.Refusal(address, url.Port) is { } refusal)
                throw new UsageException(refusal);
        }
    }
}
