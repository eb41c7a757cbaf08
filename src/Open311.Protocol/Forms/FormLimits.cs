namespace Open311.Protocol.Forms;

/// <summary>Bounds for forms from strangers.</summary>
/// <param name="MaxBytes">Largest body read.</param>
/// <param name="MaxFields">Most fields read.</param>
public sealed record FormLimits(int MaxBytes = 1024 * 1024, int MaxFields = 1000)
{
    /// <summary>1 MiB, a thousand fields.</summary>
    public static FormLimits Default { get; } = new();
}
