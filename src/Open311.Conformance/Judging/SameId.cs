namespace Open311.Conformance.Judging;

/// <summary>Compares identifiers; a leading zero that JSON lost is GR2-JSON-007's matter and does not make another request of it.</summary>
sealed class SameId : IEqualityComparer<string?>
{
    public static SameId Instance { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(Plain(x), Plain(y), StringComparison.Ordinal);

    public int GetHashCode(string? obj) => obj is null ? 0 : StringComparer.Ordinal.GetHashCode(Plain(obj)!);

    // 28221.0 is what becomes of an id that JSON holds as a fraction.
    static string? Plain(string? id) => WithoutZeros(id is { Length: > 2 } && id.EndsWith(".0", StringComparison.Ordinal) && id[..^2].All(char.IsAsciiDigit) ? id[..^2] : id);

    static string? WithoutZeros(string? id) => id is { Length: > 1 } && id[0] == '0' && id.All(char.IsAsciiDigit) ? id.TrimStart('0') is { Length: > 0 } rest ? rest : "0" : id;
}
