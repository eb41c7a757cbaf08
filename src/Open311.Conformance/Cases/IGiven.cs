using Open311.Conformance.Judging;

namespace Open311.Conformance.Cases;

/// <summary>A named precondition of cases: binds variables from what is known of the target.</summary>
interface IGiven
{
    /// <summary>The name cases use under <c>given:</c>.</summary>
    string Name { get; }

    /// <summary>Binds its variables; says why not when it cannot.</summary>
    ValueTask<Unmet?> BindAsync(Examination examination);
}

/// <summary>Why a precondition is not met.</summary>
/// <param name="Reason">One full sentence.</param>
/// <param name="Applies">True when the case could not be exercised; false when it does not apply to this target at all.</param>
/// <param name="BlockedBy">The violated requirement behind it, if one is.</param>
sealed record Unmet(string Reason, bool Applies = true, string? BlockedBy = null);
