using Open311.Conformance.Exchanges;
using Open311.Conformance.Posting;
using Open311.Conformance.Preflight;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Findings;

/// <summary>Everything one run established: what every report is made from.</summary>
public sealed record RunReport
{
    /// <summary>The format of the report.</summary>
    public const string Schema = "open311-report/1";

    /// <summary>Whom it is about.</summary>
    public ReportSubject Subject { get; init; } = ReportSubject.Endpoint;

    /// <summary>Version of the suite, such as <c>0.1.0</c>.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The frozen set of requirements judged by, such as <c>georeport-v2/2026-1</c>.</summary>
    public required string RequirementSet { get; init; }

    /// <summary>What was tested. <see cref="Target.ApiKey"/> is here, too: reports never write it.</summary>
    public required Target Target { get; init; }

    /// <summary>How it was tested.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>A name for the target that is not its URL, such as "embedded city"; null for none.</summary>
    public string? TargetName { get; init; }

    /// <summary>Start of the run, by its clock: the instant all dates are judged by.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>End of the run.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>How it ended.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>Why the run is incomplete (interrupted, error of our own); null for a complete one.</summary>
    public string? Incomplete { get; init; }

    /// <summary>How the run stopped asking, because the endpoint no longer answered; null when it asked everything.</summary>
    public RecordedEnd? End { get; init; }

    /// <summary>What preflight found.</summary>
    public required PreflightResult Preflight { get; init; }

    /// <summary>Whether it meets a buyer's profile; null when none was asked for.</summary>
    public Profiles.ProfileVerdict? Profile { get; init; }

    /// <summary>The counts.</summary>
    public required Summary Summary { get; init; }

    /// <summary>The classes, in the order of the register.</summary>
    public required IReadOnlyList<ClassResult> Classes { get; init; }

    /// <summary>Root causes, the gravest first.</summary>
    public required IReadOnlyList<Cause> Causes { get; init; }

    /// <summary>One finding for every requirement and each format it was judged in.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Choices the suite made and facts a reader should know: sample sizes, seeds, paging.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Every POST that was sent, for clean-up.</summary>
    public IReadOnlyList<CreatedRecord> Created { get; init; } = [];

    /// <summary>Every POST that would be sent, after a dry run.</summary>
    public IReadOnlyList<ProbeRequest> Planned { get; init; } = [];

    /// <summary>Errors of our own: a case that broke, with its message. Never a verdict.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The evidence, numbered.</summary>
    public required IReadOnlyList<Exchange> Exchanges { get; init; }
}
