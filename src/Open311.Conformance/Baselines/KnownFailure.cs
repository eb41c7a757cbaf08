using Open311.Protocol;

namespace Open311.Conformance.Baselines;

/// <summary>A failure that somebody knows of and answers for.</summary>
/// <param name="Requirement">The violated requirement.</param>
/// <param name="Format">The format it is violated in; null for any.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Reason">Why it is not mended yet.</param>
/// <param name="Expires">The last day it is put up with, in UTC.</param>
public sealed record KnownFailure(string Requirement, DataFormat? Format, string Owner, string Reason, DateOnly Expires)
{
    /// <summary><c>GR2-REQS-031 xml</c>.</summary>
    public string Name => Format is { } format ? $"{Requirement} {format.Extension()}" : Requirement;
}
