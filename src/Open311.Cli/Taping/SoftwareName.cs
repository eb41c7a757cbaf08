using Open311.Conformance.Exchanges;

namespace Open311.Cli.Taping;

/// <summary>The software of a city, as far as its answers name it.</summary>
internal static class SoftwareName
{
    static readonly string[] telling = ["X-Generator", "X-Powered-By", "Server"];

    /// <summary>The most telling header; null when there is none.</summary>
    public static string? In(IReadOnlyList<Exchange> exchanges)
    {
        foreach (var name in telling)
        {
            if (exchanges.Select(e => e.Answer?.Header(name)).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v)) is { } found)
                return found.Length <= 100 ? found : found[..100];
        }

        return null;
    }
}
