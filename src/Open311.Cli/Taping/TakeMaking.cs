using Open311.Conformance.Evidence;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Targets;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary>Exchanges as takes, and takes as exchanges.</summary>
internal static class TakeMaking
{
    /// <summary>A cassette of exchanges, in order of time, without the key.</summary>
    /// <param name="exchanges">What passed; what never reached anybody is left out.</param>
    /// <param name="apiKey">The operator's key; null for none.</param>
    public static Cassette Cassette(IEnumerable<Exchange> exchanges, string? apiKey)
    {
        var redactor = new Redactor(apiKey);
        return new([.. exchanges.Where(e => e.Outcome != ExchangeOutcome.NotRecorded).OrderBy(e => e.Started).Select((e, i) => Take(redactor.Exchange(e), i + 1))]);
    }

    /// <summary>A recording of a run and of what was asked beside it.</summary>
    /// <param name="report">What the run found, with its exchanges.</param>
    /// <param name="walked">What was asked in addition.</param>
    /// <param name="tool">The version of what recorded.</param>
    public static Recording Recording(RunReport report, IReadOnlyList<Exchange> walked, string tool)
    {
        var target = report.Target;
        var redactor = new Redactor(target.ApiKey);
        return new(
            new RecordingInfo
            {
                Source = redactor.Url(target.Endpoint.OriginalString.TrimEnd('/')),
                Recorded = report.Started,
                Finished = report.Finished,
                Kind = RecordingKind.Walk,
                Tool = tool,
                Software = SoftwareName.In(report.Exchanges),
                Discovery = target.Discovery?.OriginalString,
                Jurisdictions = target.Jurisdictions,
                MultiJurisdiction = target.MultiJurisdiction,
                ExtraQuery = [.. target.ExtraQuery.Select(q => KeyValuePair.Create(q.Key, redactor.Text(q.Value)))],
                Extensions = target.Extensions,
                MaxWindowDays = target.MaxWindowDays,
                ZonelessDates = target.ZonelessDates,
                MaxDefinitions = report.Settings.MaxDefinitions,
                Seed = report.Settings.Seed,
                Verdict = new(
                    report.RequirementSet,
                    report.Outcome.ToString(),
                    Ids(report, f => f.Verdict == Verdict.Fail),
                    Ids(report, f => f.Verdict == Verdict.Warn)),
            },
            Cassette([.. report.Exchanges, .. walked], target.ApiKey));
    }

    /// <summary>The exchanges of a cassette.</summary>
    /// <param name="cassette">The takes.</param>
    public static IReadOnlyList<Exchange> Exchanges(Cassette cassette) => [.. cassette.Takes.Select(CassetteExchanges.Exchange)];

    /// <summary>The target that was recorded, to be judged again.</summary>
    /// <param name="info">What is said of the recording.</param>
    public static Target Target(RecordingInfo info) => new()
    {
        Endpoint = ProbeUrl.Exact(info.Source),
        Discovery = info.Discovery is { } discovery && ProbeUrl.TryExact(discovery, out var url) ? url : null,
        Jurisdictions = info.Jurisdictions,
        MultiJurisdiction = info.MultiJurisdiction,
        ExtraQuery = info.ExtraQuery,
        Extensions = info.Extensions,
        MaxWindowDays = info.MaxWindowDays,
        ZonelessDates = info.ZonelessDates,
    };

    /// <summary>How it was asked.</summary>
    /// <param name="info">What is said of the recording.</param>
    public static RunSettings Settings(RecordingInfo info) => new() { Seed = info.Seed, MaxDefinitions = info.MaxDefinitions, Concurrency = 1, Pause = TimeSpan.Zero };

    static IReadOnlyList<string> Ids(RunReport report, Func<Finding, bool> which) => [.. report.Findings.Where(which).Select(f => f.Requirement.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>An exchange as a take.</summary>
    /// <param name="exchange">What passed.</param>
    /// <param name="number">Its position in the cassette, from 1.</param>
    public static Take Take(Exchange exchange, int number)
    {
        var answer = exchange.Answer;
        var isPlain = exchange.Outcome == ExchangeOutcome.Answered && answer is { WireDefects.Count: 0 };
        return new Take
        {
            Number = number,
            Method = exchange.Request.Method,
            Url = exchange.Request.Url.OriginalString,
            RequestHeaders = Lines(exchange.SentHeaders),
            RequestBody = exchange.Request.Body,
            Status = answer?.Status ?? 0,
            Reason = answer?.Reason ?? "",
            HttpVersion = answer?.HttpVersion ?? "HTTP/1.1",
            ResponseHeaders = answer is null ? [] : Lines(answer.Headers),
            ResponseBody = answer is null ? default : answer.Coded.IsEmpty ? answer.Body : answer.Coded,
            Wire = isPlain || answer is null ? default : answer.Raw,
            Outcome = exchange.Outcome == ExchangeOutcome.Answered ? Open311.Recordings.Cassettes.Take.Whole : exchange.Outcome.ToString(),
            Problem = exchange.Problem,
            TlsProblem = exchange.TlsProblem,
            Purpose = exchange.Request.CaseId,
            Occasion = exchange.Request.Occasion,
            Attempt = exchange.Request.Attempt,
            Started = exchange.Started,
            Wait = exchange.Wait,
            Duration = exchange.Duration,
        };
    }

    static IReadOnlyList<HeaderLine> Lines(IReadOnlyList<HeaderField> headers) => [.. headers.Select(h => new HeaderLine(h.Name, h.Value))];
}
