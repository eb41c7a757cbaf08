namespace Open311.Conformance.Findings;

/// <summary>What a certificate can say about one conformance class.</summary>
/// <param name="Name">Such as <c>read-xml</c>.</param>
/// <param name="Title">In plain words.</param>
/// <param name="State">Granted, refused or not tested.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Musts">Must-requirements of the class that can be decided today.</param>
/// <param name="Exercised">Of these, how many were exercised.</param>
/// <param name="Conform">Of these, how many conform.</param>
/// <param name="Failed">Ids of violated must-requirements.</param>
/// <param name="Inconclusive">Ids of must-requirements that could not be exercised.</param>
/// <param name="Untested">Ids of must-requirements of the class that no case decides yet.</param>
/// <param name="Judged">Whether this release judges the class at all; if not, reports name it in passing only.</param>
public sealed record ClassResult(
    string Name,
    string Title,
    ClassState State,
    string Why,
    int Musts,
    int Exercised,
    int Conform,
    IReadOnlyList<string> Failed,
    IReadOnlyList<string> Inconclusive,
    IReadOnlyList<string> Untested,
    bool Judged = true);
