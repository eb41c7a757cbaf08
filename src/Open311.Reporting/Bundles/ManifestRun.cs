using Open311.Conformance.Exchanges;

namespace Open311.Reporting.Bundles;

/// <summary>How the run ended.</summary>
/// <param name="TargetName">A name of the target that is not its URL.</param>
/// <param name="Outcome"><c>conformant</c>, <c>nonconformant</c> or <c>could-not-test</c>.</param>
/// <param name="Preflight">What preflight found.</param>
/// <param name="End">How it stopped asking before its time; null when it asked everything.</param>
sealed record ManifestRun(string? TargetName, string Outcome, string Preflight, RecordedEnd? End);
