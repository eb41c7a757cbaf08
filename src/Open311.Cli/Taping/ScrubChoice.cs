using System.Security.Cryptography;

namespace Open311.Cli.Taping;

/// <summary>What becomes of personal data in a recording.</summary>
/// <param name="IsOff">Whether it stays.</param>
/// <param name="Seed">What replacements are drawn from; null for chance, so that nobody can confirm a guess.</param>
/// <param name="Keep">Fields that stay as they are.</param>
internal sealed record ScrubChoice(bool IsOff, long? Seed, IReadOnlyList<string> Keep)
{
    /// <summary>The seed, drawn where none was given.</summary>
    public long Drawn() => Seed ?? BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
}
