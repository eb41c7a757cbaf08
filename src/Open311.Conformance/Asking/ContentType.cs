namespace Open311.Conformance.Asking;

/// <summary>A Content-Type header taken apart leniently.</summary>
/// <param name="Raw">The header as received; null when absent.</param>
/// <param name="MediaType">Lower case, without parameters; empty when absent.</param>
/// <param name="Charset">Lower case, without quotes; null when not given.</param>
public sealed record ContentType(string? Raw, string MediaType, string? Charset)
{
    /// <summary>Takes a header value apart.</summary>
    public static ContentType Of(string? header)
    {
        if (header is null)
            return new(null, "", null);
        var parts = header.Split(';');
        var charset = parts.Skip(1)
            .Select(p => p.Split('=', 2))
            .Where(p => p.Length == 2 && p[0].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            .Select(p => p[1].Trim().Trim('"', '\'').ToLowerInvariant())
            .FirstOrDefault();
        return new(header, parts[0].Trim().ToLowerInvariant(), charset);
    }
}
