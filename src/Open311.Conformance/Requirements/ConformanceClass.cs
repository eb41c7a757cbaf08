namespace Open311.Conformance.Requirements;

/// <summary>A named set of requirements that a certificate can grant.</summary>
public sealed record ConformanceClass
{
    /// <summary>Such as <c>read-xml</c>.</summary>
    public required string Name { get; init; }

    /// <summary>In plain words, a few of them.</summary>
    public required string Title { get; init; }

    /// <summary>What holding it means for a buyer.</summary>
    public required string Meaning { get; init; }

    /// <summary>Classes that must be granted before this one can be.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>What the operator must provide, in words.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>What must have been exercised; empty for a class that no case decides yet.</summary>
    public IReadOnlyList<ClassResource> Resources { get; init; } = [];

    /// <summary>Whether it is graded beside the certificate and refuses nothing.</summary>
    public bool Advisory { get; init; }

    /// <summary>Why this release does not judge it; null when it does.</summary>
    public string? Untested { get; init; }
}
