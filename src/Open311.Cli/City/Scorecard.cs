using System.Reflection;
using Open311.Cli.Rooms;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Preflight;
using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Mock.Clients;

namespace Open311.Cli.City;

/// <summary>What clients did, as a report of the same kind as that on an endpoint.</summary>
internal static class Scorecard
{
    public static RunReport Of(IMockCity city, TimeProvider clock)
    {
        var catalog = RequirementCatalog.LoadForClients();
        var scores = city.Scores.ToDictionary(s => s.Requirement.Id);
        var calls = new CallExchanges(city.Origin);
        Finding[] findings = [.. catalog.Requirements.Select(r => FindingOf(r, scores[r.Id], calls))];
        var finished = clock.GetUtcNow();
        return new RunReport
        {
            Subject = ReportSubject.Client,
            ToolVersion = typeof(Scorecard).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown",
            RequirementSet = catalog.Version,
            Target = new Target { Endpoint = city.Endpoint, Discovery = city.Discovery, Jurisdictions = city.JurisdictionIds },
            TargetName = "clients of the mock city",
            Settings = new RunSettings { Seed = city.Seed },
            Started = city.Started,
            Finished = finished,
            Outcome = city.Calls == 0 ? RunOutcome.CouldNotTest : findings.Any(f => f.Verdict == Verdict.Fail) ? RunOutcome.Nonconformant : RunOutcome.Conformant,
            Preflight = city.Calls == 0
                ? new(PreflightState.TimedOut, "No call was received.", "Point the client at the endpoint of the ready line, and run it again.", [])
                : new(PreflightState.Ready, "Calls were received.", null, []),
            Summary = Summaries.Of(findings, calls.All.Count),
            Classes = [.. catalog.Classes.Select(c => ClassOf(c, findings))],
            Causes = CauseFinder.Find(findings, calls.All),
            Findings = findings,
            Notes = [$"{city.Calls} calls were judged; the first few that broke a requirement are kept as evidence, without keys and personal data."],
            Exchanges = calls.All,
        };
    }

    static Finding FindingOf(Requirement requirement, ClientScore score, CallExchanges calls)
    {
        var examples = score.Examples.Select(e => (e.Finding, Number: e.Call is { } call ? calls.NumberOf(call) : null)).ToArray();
        var verdict = score.Worst switch
        {
            "fail" => Verdict.Fail,
            "warn" => Verdict.Warn,
            "info" => Verdict.Info,
            _ => score.Met > 0 ? Verdict.Pass : Verdict.Inconclusive,
        };
        var (first, exchange) = examples.FirstOrDefault(e => e.Finding.Verdict == score.Worst);
        return new Finding
        {
            Requirement = requirement,
            Verdict = verdict,
            Case = "mock",
            Message = first?.Received ?? (verdict == Verdict.Pass ? $"Met by {score.Met} calls." : "No call had to do with it."),
            Expected = first?.Expected,
            Actual = first?.Received,
            Exchange = exchange,
            Fix = first is null ? null : first.Curl is { } curl ? $"{requirement.Fix} The whole call: {curl}" : requirement.Fix,
            Occurrences = (int)Math.Min(int.MaxValue, score.Broken > 0 ? score.Broken : score.Met),
            Observations = (int)Math.Min(int.MaxValue, score.Met + score.Broken),
            More = [.. examples.Skip(1).Select(e => new Observation
            {
                Requirement = requirement.Id,
                Verdict = verdict,
                Case = "mock",
                Message = e.Finding.Received,
                Expected = e.Finding.Expected,
                Actual = e.Finding.Received,
                Exchange = e.Number,
            })],
        };
    }

    static ClassResult ClassOf(ConformanceClass known, Finding[] findings)
    {
        var mine = findings.Where(f => f.Requirement.Classes.Contains(known.Name)).ToArray();
        var musts = mine.Where(f => f.Requirement.Level == Level.Must).ToArray();
        string[] failed = [.. musts.Where(f => f.Verdict == Verdict.Fail).Select(f => f.Requirement.Id)];
        string[] open = [.. musts.Where(f => f.Verdict == Verdict.Inconclusive).Select(f => f.Requirement.Id)];
        var shown = known.Resources.All(r => mine.Any(f => r.ShownBy.Contains(f.Requirement.Id) && f.Verdict != Verdict.Inconclusive));
        var (state, why) = failed.Length > 0
            ? (ClassState.Refused, $"{failed.Length} must-requirement{(failed.Length == 1 ? " is" : "s are")} broken: {string.Join(", ", failed)}.")
            : shown ? (ClassState.Granted, "No must-requirement was broken.")
            : (ClassState.NotTested, $"There was no call with {string.Join(" or ", known.Resources.Select(r => r.Name))}.");
        return new ClassResult(known.Name, known.Title, state, why, musts.Length, musts.Length - open.Length, musts.Length - open.Length - failed.Length, failed, open, []);
    }
}
