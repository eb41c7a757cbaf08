namespace Open311.Conformance.Findings;

/// <summary>What can be said about one requirement. Green is only <see cref="Pass"/>; no two other states share a word.</summary>
public enum Verdict
{
    /// <summary>Exercised, and as required.</summary>
    Pass,

    /// <summary>A may was not made use of, or a note.</summary>
    Info,

    /// <summary>A should is violated, or a must in a tolerated way.</summary>
    Warn,

    /// <summary>A must is violated.</summary>
    Fail,

    /// <summary>Could not be exercised: no data, moderation, 429, or a prerequisite failed.</summary>
    Inconclusive,

    /// <summary>Needs an input or a consent the operator did not give, or was not asked for.</summary>
    Skipped,

    /// <summary>Concerns something the target never declared.</summary>
    NotApplicable,
}

/// <summary>Verdicts by the words every report uses.</summary>
public static class Verdicts
{
    /// <summary><c>pass</c>, <c>fail</c>, <c>warn</c>, <c>info</c>, <c>inconclusive</c>, <c>not-applicable</c>, <c>skipped</c>.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.NotApplicable => "not-applicable",
        _ => verdict.ToString().ToLowerInvariant(),
    };
}
