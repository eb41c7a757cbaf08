namespace Open311.Selftest;

/// <summary>What of the self test is run.</summary>
public sealed record SelftestOptions
{
    /// <summary>Only this defect or freedom; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Only the defects and freedoms of this file of fixtures, or the defects that a requirement of this area must notice; null for all.</summary>
    public string? Area { get; init; }

    /// <summary>Runs at a time.</summary>
    public int Parallel { get; init; } = 2;
}
