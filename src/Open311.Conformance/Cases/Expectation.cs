using Open311.Conformance.Findings;

namespace Open311.Conformance.Cases;

/// <summary>One thing that must hold of an answer.</summary>
public sealed record Expectation
{
    /// <summary>What is looked at.</summary>
    public required ExpectationKind Kind { get; init; }

    /// <summary>The requirement it decides; the case's first when the fixture names none.</summary>
    public required string Requirement { get; init; }

    /// <summary>Status classes by verdict, for <see cref="ExpectationKind.Status"/>.</summary>
    public IReadOnlyDictionary<int, Verdict> Statuses { get; init; } = new Dictionary<int, Verdict>();

    /// <summary>The passing status codes as written, for messages.</summary>
    public string Wanted { get; init; } = "";

    /// <summary>The field looked at, for the kinds that look at items.</summary>
    public string? Field { get; init; }

    /// <summary>The values allowed or wanted, with variables.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The number of items, for <see cref="ExpectationKind.Count"/>.</summary>
    public int Count { get; init; }

    /// <summary>The other question, for <see cref="ExpectationKind.SameItems"/>.</summary>
    public SendTemplate? Other { get; init; }

    /// <summary>The verdict when it does not hold; null for the requirement's level.</summary>
    public Verdict? Otherwise { get; init; }

    /// <summary>A requirement that, where it is violated, explains that this does not hold; null for none.</summary>
    public string? Follows { get; init; }

    /// <summary>Whether an expectation that does not hold ends the case.</summary>
    public bool Decisive { get; init; } = true;
}
