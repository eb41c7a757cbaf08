namespace Open311.Reporting.Bundles;

/// <summary>What became of the signature of a bundle.</summary>
/// <param name="IsSigned">Whether there is one.</param>
/// <param name="IsValid">Whether it is that of the key given; null when none was given.</param>
/// <param name="Sentence">In a sentence.</param>
public sealed record SignatureCheck(bool IsSigned, bool? IsValid, string Sentence)
{
    /// <summary>There is none, and none was asked for.</summary>
    public static SignatureCheck None { get; } = new(false, null, "The bundle is not signed: the hashes show that nothing was changed by accident, not who wrote it.");
}
