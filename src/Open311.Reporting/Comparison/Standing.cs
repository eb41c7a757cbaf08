namespace Open311.Reporting.Comparison;

/// <summary>What the evidence of a bid is worth.</summary>
public enum Standing
{
    /// <summary>Everything was derived again from the evidence.</summary>
    Verified,

    /// <summary>A report without evidence: nothing could be derived.</summary>
    Unproven,

    /// <summary>The evidence does not give what the bundle says, or was changed.</summary>
    Broken,
}
