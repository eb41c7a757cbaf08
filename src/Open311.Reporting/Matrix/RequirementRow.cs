using Open311.Conformance.Requirements;

namespace Open311.Reporting.Matrix;

/// <summary>One requirement and the defects that prove it.</summary>
public sealed record RequirementRow
{
    /// <summary>The requirement.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>Ids of the defects that it must notice.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Why there is none; null when there is one, or nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether there has to be a defect, or a reason: a must of GeoReport v2 or Service Discovery.</summary>
    public bool IsDue => Requirement.Level == Level.Must && IsCore;

    /// <summary>Whether it is one of GeoReport v2 or Service Discovery.</summary>
    public bool IsCore => Requirement.Id.StartsWith("GR2-", StringComparison.Ordinal) || Requirement.Id.StartsWith("SD-", StringComparison.Ordinal);
}
