using System.Collections.Concurrent;
using System.Reflection;
using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;
using Open311.Conformance.Preflight;
using Open311.Conformance.Targets;
using Open311.Protocol;

namespace Open311.Conformance.Running;

/// <summary>Collects what a run establishes and makes the report of it, in an order that does not depend on what finished first.</summary>
sealed class ReportBuilder(Suite suite, Target target, RunSettings settings, DateTimeOffset started, Evidence evidence)
{
    readonly ConcurrentQueue<(string Case, string Message)> errors = [];
    readonly List<string> order = [];
    readonly Dictionary<string, Ask> asks = new(StringComparer.Ordinal);
    readonly Dictionary<(string Requirement, DataFormat? Format), Tally> tallies = [];
    Survey? survey;

    public PreflightResult? Preflight { get; set; }

    public Postbox? Posts { get; set; }

    public string? Incomplete { get; set; }

    public void Survey(Survey known, IReadOnlyList<string> asked)
    {
        survey = known;
        order.AddRange(asked);
    }

    public void Asked(IEnumerable<Examination> works) => order.AddRange(works.SelectMany(w => w.Asked));

    /// <summary>Tells which question an answer is judged by where several cases share it: that of the first in the order of the cases, whichever came first in time.</summary>
    public void InTurn(IEnumerable<Examination> works)
    {
        var surveyed = order.ToHashSet(StringComparer.Ordinal);
        foreach (var (key, ask) in works.SelectMany(w => w.Asks).Where(a => !surveyed.Contains(a.Key)))
            asks.TryAdd(key, ask);
    }

    public void Offered(Reply reply) => order.AddRange(reply.Inquiry.All.Select(e => e.Request.Key));

    /// <summary>Every answer of the run, each question once, in the order of the cases.</summary>
    public IReadOnlyList<Reply> Replies(Conversation conversation) =>
        [.. conversation.Replies(order.Distinct()).Select(r => asks.TryGetValue(r.Inquiry.Attempts[0].Request.Key, out var ask) && ask != r.Ask ? r.As(ask) : r)];

    public void Observed(IEnumerable<Examination> works)
    {
        foreach (var work in works)
        {
            foreach (var (key, tally) in work.Record.Tallies)
            {
                if (!tallies.TryGetValue(key, out var sum))
                    tallies.Add(key, sum = new Tally());
                sum.Add(tally);
            }
        }
    }

    public void Broke(Examination work, Exception broken)
    {
        errors.Enqueue((work.Case.Id, $"The case {work.Case.Id} broke off: {broken.GetType().Name}: {broken.Message}"));
        foreach (var requirement in work.Case.Requirements)
            work.Inconclusive(requirement, $"Could not be judged because of an error of the suite in the case {work.Case.Id}.");
    }

    public RunReport CouldNotTest(DateTimeOffset finished) => Build(finished);

    public RunReport Build(DateTimeOffset finished)
    {
        var numbers = Numbered();
        var preflight = Preflight ?? new(PreflightState.TimedOut, "Preflight did not finish.", "Run the check again.", []);
        var findings = new FindingBuilder(suite, new Selection(target, suite.Catalog), survey, tallies, numbers.Keys, preflight, Incomplete).Build();
        var classes = new ClassJudge(suite.Catalog, target, survey).Judge(findings);
        var summary = Summaries.Of(findings, numbers.Exchanges.Count);
        return new RunReport
        {
            ToolVersion = Version(),
            RequirementSet = suite.Catalog.Version,
            Target = target,
            Settings = settings,
            Started = started,
            Finished = finished,
            Outcome = Outcome(preflight, findings, classes),
            Incomplete = Incomplete ?? (errors.IsEmpty ? null : "The suite made errors of its own; what they concern is inconclusive."),
            End = evidence.End,
            Preflight = preflight,
            Summary = summary,
            Classes = classes,
            Causes = CauseFinder.Find(findings, numbers.Exchanges),
            Findings = findings,
            Notes = [.. preflight.Notes, .. survey?.Notes ?? [], .. survey is null ? (string[])[] : [survey.JsonReason, $"Every choice of the suite was made with seed {settings.Seed}."]],
            Created = Posts?.Records ?? [],
            Planned = Posts?.Planned ?? [],
            Errors = [.. errors.OrderBy(e => e.Case, StringComparer.Ordinal).Select(e => e.Message)],
            Exchanges = numbers.Exchanges,
        };
    }

    RunOutcome Outcome(PreflightResult preflight, IReadOnlyList<Finding> findings, IReadOnlyList<ClassResult> classes)
    {
        if (findings.Any(f => f.Verdict == Verdict.Fail || (settings.Strict && f.Verdict == Verdict.Warn)))
            return RunOutcome.Nonconformant;
        var exercised = findings.Any(f => f.Verdict is Verdict.Pass or Verdict.Warn or Verdict.Info);
        var askedFor = classes.Any(c => c.State == ClassState.NotTested && (target.Classes.Contains(c.Name) || (c.Name == "write" && WritesAreAskedFor)));
        // Here and there a requirement passes on any endpoint: without one class whose resources were seen, that proves nothing.
        var unseen = target.Classes.Count == 0 && target.Only.Count == 0 && !classes.Any(c => c.State == ClassState.Granted && c.Name != "quality");

        // A server that falls silent in the middle leaves its core unjudged; that is no conformance.
        var silenced = target.Classes.Count == 0 && target.Only.Count == 0
            && evidence.ByKey.Values.Any(e => e.Outcome is ExchangeOutcome.TimedOut or ExchangeOutcome.ConnectionRefused or ExchangeOutcome.NoAnswer or ExchangeOutcome.Broken)
            && classes.Any(c => c is { Name: "read-xml", State: ClassState.NotTested });
        return preflight.IsReady && !silenced && exercised && Incomplete is null && errors.IsEmpty && !askedFor && !unseen ? RunOutcome.Conformant : RunOutcome.CouldNotTest;
    }

    // Who consents to posting wants to know how it went.
    bool WritesAreAskedFor => target.Writes.Allowed && target.Classes.Count == 0 && target.Only.Count == 0;

    (IReadOnlyDictionary<string, int> Keys, IReadOnlyList<Exchange> Exchanges) Numbered()
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var exchanges = new List<Exchange>();
        // What no case accounts for (preflight's own questions, a case cut short) follows in a stable order.
        var rest = evidence.ByKey.Values.Select(e => e.Request.Key).Except(order).Order(StringComparer.Ordinal);
        foreach (var key in order.Concat(rest))
        {
            if (!evidence.ByKey.TryGetValue(key, out var exchange) || keys.ContainsKey(key))
                continue;
            keys.Add(key, exchanges.Count + 1);
            exchanges.Add(exchange with { Number = exchanges.Count + 1 });
        }

        return (keys, exchanges);
    }

    static string Version() =>
        typeof(ReportBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
