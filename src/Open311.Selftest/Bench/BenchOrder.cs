namespace Open311.Selftest.Bench;

/// <summary>What is put on the bench, and how it is asked.</summary>
internal sealed record BenchOrder
{
    /// <summary>The embedded city.</summary>
    public required string City { get; init; }

    /// <summary>The defect it has; null for none.</summary>
    public string? Fault { get; init; }

    /// <summary>The freedom it takes; null for none.</summary>
    public string? Variation { get; init; }

    /// <summary>Whether it has as many requests as its file says; otherwise as few as most runs need.</summary>
    public bool LargeCity { get; init; }

    /// <summary>Whether reports are posted.</summary>
    public bool Writes { get; init; }

    /// <summary>Whether the suite waits between two looks, as it does with live endpoints; the clock of the bench jumps.</summary>
    public bool Pauses { get; init; }

    /// <summary>Whether it is asked over a connection.</summary>
    public bool OnConnection { get; init; }

    /// <summary>Whether every question says that compressed answers are welcome.</summary>
    public bool AsksForCoding { get; init; }

    /// <summary>Whether the operator gives a key for reads, too.</summary>
    public bool KeyOnReads { get; init; }

    /// <summary>Whether the operator names the jurisdiction of a city that has one only.</summary>
    public bool NamesJurisdiction { get; init; }
}
