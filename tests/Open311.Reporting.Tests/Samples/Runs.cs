using Open311.Conformance.Findings;
using Open311.Conformance.Preflight;
using Open311.Conformance.Requirements;
using Open311.Protocol;

namespace Open311.Reporting.Tests.Samples;

/// <summary>Whole synthetic runs, one for each way a run can go.</summary>
static class Runs
{
    public const string Body = """
        <?xml version="1.0" encoding="utf-8"?>
        <services>
          <service><service_code>001</service_code><type>Realtime</type></service>
          <service><service_code>002</service_code><type>batch</type></service>
        </services>
        """;

    public static readonly string[] Names = ["conformant", "one-failure", "incomplete", "could-not-test", "nothing", "hostile"];

    public static RunReport Named(string name) => name switch
    {
        "conformant" => Sample.Run(),
        "one-failure" => OneFailure(),
        "incomplete" => Sample.Run() with { Incomplete = "The run was interrupted after 2 of 9 cases.", Errors = ["The case paging broke: a fault of the suite."] },
        "could-not-test" => CouldNotTest(),
        "nothing" => Nothing(),
        "hostile" => Hostile.Run(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such run."),
    };

    public static RunReport OneFailure() => Sample.Run(RunOutcome.Nonconformant) with
    {
        Summary = new Summary(1, 1, 1, 0, 2, 1, 1, 4, 2, 1, 2),
        Classes =
        [
            new ClassResult("discovery", "Service Discovery", ClassState.Granted, "Every must-requirement exercised conforms.", 1, 1, 1, [], [], []),
            new ClassResult("read-xml", "Read access in XML", ClassState.Refused, "One must-requirement is violated.", 3, 1, 0, ["GR2-ENC-003"], ["GR2-REQS-031"], []),
            new ClassResult("read-json", "Read access in JSON", ClassState.NotTested, "Discovery does not declare JSON.", 0, 0, 0, [], [], []),
        ],
        Causes =
        [
            new Cause("GR2-ENC-003", Verdict.Fail, "2 of 2 XML answers are text/html.", [0], ["GR2-REQS-031"], [1, 2]),
            new Cause("GR2-SVC-014", Verdict.Warn, "The type of one service is written Realtime.", [1], [], [1]),
        ],
        Findings =
        [
            Sample.Fail("GR2-ENC-003", DataFormat.Xml),
            Sample.Fail("GR2-SVC-014", DataFormat.Xml, Level.Should, Basis.Inferred) with { More = [], Occurrences = 1 },
            Sample.Pass("SD-URL-001"),
            Sample.Untested("GR2-REQS-031", Verdict.Inconclusive, "Could not be read.", blockedBy: "GR2-ENC-003"),
            Sample.Untested("GR2-REQS-032", Verdict.Inconclusive, "The city holds no service requests."),
            Sample.Untested("GR2-POST-001", Verdict.Skipped, "Needs --allow-writes."),
            Sample.Untested("GR2-JSON-001", Verdict.NotApplicable, "Discovery does not declare JSON."),
        ],
        Exchanges = [Sample.Exchange(1, body: Body, type: "text/html"), Sample.Exchange(2, "requests.xml", type: "text/html")],
    };

    static RunReport CouldNotTest() => Nothing() with
    {
        Preflight = new PreflightResult(PreflightState.WrongBasePath, "https://city.example/open311/v2/services.xml answers 404.", "Use https://city.example/api/v2 instead: it answers.", []),
    };

    static RunReport Nothing() => Sample.Run(RunOutcome.CouldNotTest) with
    {
        Summary = new Summary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        Classes = [],
        Findings = [],
        Notes = [],
        Exchanges = [],
    };
}
