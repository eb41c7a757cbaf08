using System.Security.Cryptography;

namespace Open311.WebConsole.Runs;

/// <summary>Ids of rows and the names of their folders.</summary>
internal static class RowId
{
    const int Length = 20;
    const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A new one.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>Whether a text could be one: then it is also safe as the name of a folder.</summary>
    public static bool IsOne(string? text) => text is { Length: Length } && text.All(Letters.Contains);
}
