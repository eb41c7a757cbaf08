using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Conformance.Profiles;
using Open311.Protocol;

namespace Open311.Reporting.Json;

/// <summary>Writes <c>report.json</c>; its schema is <c>fixtures/schemas/report.schema.json</c>.</summary>
static class JsonReport
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <param name="report">A clean report.</param>
    /// <param name="output">UTF-8 without a byte order mark.</param>
    /// <param name="cancellation">Stops writing.</param>
    public static Task WriteAsync(RunReport report, Stream output, CancellationToken cancellation) =>
        JsonSerializer.SerializeAsync(output, Root(report), Options, cancellation);

    static object Root(RunReport report) => new
    {
        RunReport.Schema,
        Tool = new { Name = "open311", Version = report.ToolVersion },
        report.RequirementSet,
        report.Subject,
        Target = new
        {
            Endpoint = report.Target.Endpoint.OriginalString,
            Discovery = report.Target.Discovery?.OriginalString,
            report.Target.Jurisdictions,
            Name = report.TargetName,
            ApiKeyGiven = report.Target.ApiKey is not null,
            report.Target.Classes,
            report.Target.Only,
        },
        Started = report.Started.ToUniversalTime(),
        Finished = report.Finished.ToUniversalTime(),
        report.Settings.Seed,
        report.Settings.Strict,
        report.Outcome,
        ExitCode = (int)report.Outcome,
        report.Incomplete,
        Preflight = new { report.Preflight.State, report.Preflight.Message, report.Preflight.Advice, report.Preflight.Notes },
        Profile = report.Profile is { } profile ? Profile(profile) : null,
        Summary = Summary(report.Summary),
        Classes = report.Classes.Select(Class),
        Causes = report.Causes.Select(cause => Cause(report, cause)),
        Created = report.Created.Select(Created),
        report.Notes,
        report.Errors,
        Findings = report.Findings.Select(Finding),
    };

    // Spelled out: the names are the words of the verdicts, one of which no C# name can be.
    static Dictionary<string, int> Summary(Summary summary) => new()
    {
        ["pass"] = summary.Pass,
        ["fail"] = summary.Fail,
        ["warn"] = summary.Warn,
        ["info"] = summary.Info,
        ["inconclusive"] = summary.Inconclusive,
        ["not-applicable"] = summary.NotApplicable,
        ["skipped"] = summary.Skipped,
        ["musts"] = summary.Musts,
        ["mustsExercised"] = summary.MustsExercised,
        ["mustsConform"] = summary.MustsConform,
        ["exchanges"] = summary.Exchanges,
    };

    static object Profile(ProfileVerdict verdict) => new
    {
        verdict.Profile.Name,
        verdict.Profile.Title,
        verdict.Met,
        verdict.Sentence,
        Demands = verdict.Results.Select(r => new
        {
            Duty = r.Demand.Duty.Word(),
            Class = r.Demand.IsClass ? r.Demand.Name : null,
            Requirement = r.Demand.IsClass ? null : r.Demand.Name,
            r.Title,
            State = r.State.Word(),
            r.Why,
            r.Violated,
            r.Exchange,
        }),
        ExpiredWaivers = verdict.Expired.Select(w => new { w.Requirement, w.Owner, w.Reason, w.Expires }),
    };

    static object Created(CreatedRecord record) => new
    {
        record.Number,
        record.Case,
        record.Mark,
        record.ServiceCode,
        Sent = record.Sent.ToUniversalTime(),
        record.State,
        record.Status,
        record.ServiceRequestId,
        record.Token,
        record.MayExist,
    };

    static object Class(ClassResult result) => new
    {
        result.Name,
        result.Title,
        State = result.State.Word(),
        result.Why,
        result.Musts,
        result.Exercised,
        result.Conform,
        result.Failed,
        result.Inconclusive,
        result.Untested,
        result.Judged,
    };

    static object Cause(RunReport report, Cause cause) => new
    {
        cause.Requirement,
        Verdict = cause.Verdict.Word(),
        cause.Headline,
        cause.Findings,
        cause.Blocked,
        cause.Exchanges,
        Fix = cause.Findings.Count > 0 ? report.Findings.ElementAtOrDefault(cause.Findings[0])?.Fix : null,
    };

    internal static object Finding(Finding finding) => new
    {
        Requirement = finding.Requirement.Id,
        finding.Requirement.Level,
        finding.Requirement.Basis,
        Verdict = finding.Verdict.Word(),
        Format = finding.Format?.Extension(),
        finding.Case,
        finding.Message,
        finding.Expected,
        finding.Actual,
        finding.Exchange,
        finding.Pointer,
        finding.Line,
        finding.Fix,
        finding.Requirement.Statement,
        finding.Requirement.Clause,
        finding.Requirement.Classes,
        finding.BlockedBy,
        finding.Occurrences,
        finding.Observations,
        More = finding.More.Select(Observation),
    };

    static object Observation(Observation seen) => new
    {
        seen.Case,
        Verdict = seen.Verdict.Word(),
        seen.Message,
        seen.Expected,
        seen.Actual,
        seen.Exchange,
        seen.Pointer,
        seen.Line,
    };
}
