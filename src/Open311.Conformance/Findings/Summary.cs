namespace Open311.Conformance.Findings;

/// <summary>Counts of a run.</summary>
/// <param name="Pass">Findings that pass.</param>
/// <param name="Fail">Findings that fail.</param>
/// <param name="Warn">Findings that warn.</param>
/// <param name="Info">Notes.</param>
/// <param name="Inconclusive">Findings that could not be exercised.</param>
/// <param name="NotApplicable">Findings about things never declared.</param>
/// <param name="Skipped">Findings that need an input or a consent.</param>
/// <param name="Musts">Must-requirements of the judged classes that can be decided today.</param>
/// <param name="MustsExercised">Of these, how many were exercised.</param>
/// <param name="MustsConform">Of these, how many conform.</param>
/// <param name="Exchanges">Exchanges made.</param>
public sealed record Summary(
    int Pass,
    int Fail,
    int Warn,
    int Info,
    int Inconclusive,
    int NotApplicable,
    int Skipped,
    int Musts,
    int MustsExercised,
    int MustsConform,
    int Exchanges);
