namespace Open311.Protocol.Documents;

/// <summary>Bounds for documents from strangers.</summary>
/// <param name="MaxBytes">Largest body read.</param>
/// <param name="MaxDepth">Deepest nesting read.</param>
/// <param name="MaxNodes">Most nodes kept.</param>
public sealed record ReadLimits(int MaxBytes = 32 * 1024 * 1024, int MaxDepth = 64, int MaxNodes = 1_000_000)
{
    /// <summary>32 MiB, 64 levels, a million nodes.</summary>
    public static ReadLimits Default { get; } = new();
}
