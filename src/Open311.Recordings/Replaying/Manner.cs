using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Replaying;

/// <summary>How a question is put, beside what it asks: the headers on which an answer may depend. Empty for the plainest manner.</summary>
static class Manner
{
    public static string Of(IReadOnlyList<HeaderLine> headers)
    {
        string? text = null;
        foreach (var header in headers)
        {
            if (Word(header) is { } word)
                text = text is null ? word : string.CompareOrdinal(text, word) < 0 ? $"{text}\n{word}" : $"{word}\n{text}";
        }

        return text ?? "";
    }

    public static bool IsConditional(string manner) => manner.Contains("if-", StringComparison.Ordinal) || manner.Contains("range", StringComparison.Ordinal);

    static string? Word(HeaderLine header)
    {
        var name = header.Name;
        return name.Length switch
        {
            6 when Is(name, "Origin") => "origin",
            6 when Is(name, "Accept") => header.Value is "*/*" or "" ? null : $"accept {header.Value}",
            15 when Is(name, "Accept-Encoding") => header.Value is "identity" or "" ? null : $"accept-encoding {header.Value}",
            15 when Is(name, "Accept-Language") => $"accept-language {header.Value}",
            13 when Is(name, "Authorization") => "authorization",
            5 when Is(name, "Range") => $"range {header.Value}",
            _ when name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase) => $"{name.ToLowerInvariant()} {header.Value}",
            _ when name.StartsWith("If-", StringComparison.OrdinalIgnoreCase) => $"{name.ToLowerInvariant()} {header.Value}",
            _ => null,
        };
    }

    static bool Is(string name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);
}
