namespace Open311.Conformance.Running;

/// <summary>How far a run is.</summary>
/// <param name="Done">Cases done.</param>
/// <param name="Total">Cases there are.</param>
/// <param name="Class">The conformance class of the case now running.</param>
/// <param name="Case">The case now running, or what preflight is doing.</param>
/// <param name="Exchanges">Exchanges made so far.</param>
/// <param name="Failures">Requirements found violated so far.</param>
public sealed record RunProgress(int Done, int Total, string Class, string Case, int Exchanges, int Failures);
