namespace Open311.Conformance.Findings;

/// <summary>One root cause: a violated requirement with everything that follows from it, told once.</summary>
/// <param name="Requirement">The violated requirement.</param>
/// <param name="Verdict">Fail or warn.</param>
/// <param name="Headline">One sentence, such as "37 of 40 XML answers are text/html".</param>
/// <param name="Findings">Indexes into the findings that show it, the telling one first.</param>
/// <param name="Blocked">Ids of requirements that could not be exercised because of it.</param>
/// <param name="Exchanges">Numbers of the exchanges that show it.</param>
public sealed record Cause(
    string Requirement,
    Verdict Verdict,
    string Headline,
    IReadOnlyList<int> Findings,
    IReadOnlyList<string> Blocked,
    IReadOnlyList<int> Exchanges);
