using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Storing;

/// <summary>A body in a file of its own, named by what is in it: a changed one is noticed, and equal ones are kept once.</summary>
static partial class BodyFile
{
    public const string Folder = "bodies";

    public static string Name(ReadOnlySpan<byte> bytes, IReadOnlyList<HeaderLine> headers) =>
        $"{Hash(bytes)}.{Extension(headers)}";

    /// <summary>Whether it is a name that <see cref="Name"/> can give: no other file is ever opened.</summary>
    public static bool IsName(string name) => Valid().IsMatch(name);

    public static bool Fits(string name, ReadOnlySpan<byte> bytes) => name.AsSpan(0, 32).SequenceEqual(Hash(bytes));

    static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    static string Extension(IReadOnlyList<HeaderLine> headers)
    {
        if (headers.Any(h => h.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)))
            return "bin";
        var type = headers.FirstOrDefault(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? "";
        return type.Contains("xml", StringComparison.OrdinalIgnoreCase) ? "xml"
            : type.Contains("json", StringComparison.OrdinalIgnoreCase) ? "json"
            : type.Contains("html", StringComparison.OrdinalIgnoreCase) ? "html"
            : type.Contains("text", StringComparison.OrdinalIgnoreCase) ? "txt"
            : "bin";
    }

    [GeneratedRegex(@"\A[0-9a-f]{32}\.(?:xml|json|html|txt|bin)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Valid();
}
