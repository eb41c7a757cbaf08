using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Preflight;
using Open311.Conformance.Requirements;
using Open311.Conformance.Targets;
using Open311.Protocol;

namespace Open311.Reporting.Tests.Samples;

/// <summary>Parts of synthetic runs.</summary>
static class Sample
{
    public static readonly DateTimeOffset Started = new(2026, 11, 23, 14, 5, 9, TimeSpan.Zero);

    public static Requirement Requirement(string id, Level level = Level.Must, Basis basis = Basis.Explicit) => new()
    {
        Id = id,
        Doc = "GeoReport/v2/index.md",
        Section = "Format Support",
        Level = level,
        Basis = basis,
        NormativeWord = "must",
        Statement = $"Statement of {id}.",
        Applies = "always",
        Method = "GET services",
        HowToTest = $"How {id} is tested.",
        Ruling = basis == Basis.Inferred ? "The text is silent. Ruling: the stricter reading." : null,
        Classes = ["read-xml"],
        Fix = $"Fix of {id}.",
        Effect = $"Effect of {id}.",
        Clause = "https://wiki.open311.org/GeoReport_v2/#format-support",
    };

    public static Exchange Exchange(int number, string path = "services.xml", string body = "<services/>", string type = "text/xml; charset=utf-8") => new()
    {
        Number = number,
        Request = new ProbeRequest
        {
            Url = new Uri($"https://city.example/open311/v2/{path}"),
            CaseId = $"case-{number}",
        },
        Outcome = ExchangeOutcome.Answered,
        Started = Started.AddSeconds(number),
        Wait = TimeSpan.FromMilliseconds(12),
        Duration = TimeSpan.FromMilliseconds(34.4),
        SentHeaders = [new("Host", "city.example"), new("User-Agent", "open311/0.1.0"), new("X-Open311-Case", $"case-{number}")],
        Answer = new Answer
        {
            Status = 200,
            Reason = "OK",
            Headers = [new("Content-Type", type), new("Content-Length", $"{body.Length}")],
            Body = Encoding.UTF8.GetBytes(body),
        },
    };

    public static Finding Pass(string id, DataFormat? format = null) => new()
    {
        Requirement = Requirement(id),
        Verdict = Verdict.Pass,
        Format = format,
        Case = "service-list",
        Message = "The service list is as required.",
        Exchange = 1,
    };

    public static Finding Fail(string id, DataFormat? format = null, Level level = Level.Must, Basis basis = Basis.Explicit) => new()
    {
        Requirement = Requirement(id, level, basis),
        Verdict = level == Level.Must ? Verdict.Fail : Verdict.Warn,
        Format = format,
        Case = "service-list",
        Message = "The service list was sent as text/html; text/xml was expected.",
        Expected = "text/xml",
        Actual = "text/html",
        Exchange = 1,
        Pointer = "/services/service[2]/type",
        Line = 3,
        Fix = "Send Content-Type: text/xml; charset=utf-8.",
        Occurrences = 3,
        Observations = 5,
        More =
        [
            new Observation { Requirement = id, Verdict = Verdict.Fail, Case = "service-list", Message = "Again in exchange 2.", Exchange = 2, Pointer = "/services", Line = 1 },
        ],
    };

    public static Finding Untested(string id, Verdict verdict, string reason, string? blockedBy = null) => new()
    {
        Requirement = Requirement(id),
        Verdict = verdict,
        Message = reason,
        BlockedBy = blockedBy,
        Observations = 0,
        Occurrences = 0,
    };

    public static RunReport Run(RunOutcome outcome = RunOutcome.Conformant) => new()
    {
        ToolVersion = "0.1.0",
        RequirementSet = "georeport-v2/2026-1",
        Target = new Target { Endpoint = new Uri("https://city.example/open311/v2"), Jurisdictions = ["city.example"] },
        Settings = new RunSettings(),
        Started = Started,
        Finished = Started.AddSeconds(12.34),
        Outcome = outcome,
        Preflight = new PreflightResult(PreflightState.Ready, "The endpoint answers as GeoReport v2.", null, ["The clocks agree."]),
        Summary = new Summary(2, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2),
        Classes = [new ClassResult("read-xml", "Read access in XML", ClassState.Granted, "Every must-requirement exercised conforms.", 2, 2, 2, [], [], [])],
        Causes = [],
        Findings = [Pass("GR2-SVC-001", DataFormat.Xml), Pass("GR2-SVC-001", DataFormat.Json), Pass("SD-URL-001")],
        Notes = ["All 3 services were read."],
        Exchanges = [Exchange(1), Exchange(2, "services.json", "[]", "application/json")],
    };
}
