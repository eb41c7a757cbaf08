namespace Open311.Recordings.Exporting;

/// <summary>One name and value of a query or a form, decoded.</summary>
/// <param name="Name">As UTF-8, bytes that are none included.</param>
/// <param name="Value">The same; empty where there was no equals sign.</param>
internal sealed record Pair(DecodedText Name, DecodedText Value)
{
    public bool IsKey => Name.Text.Equals("api_key", StringComparison.OrdinalIgnoreCase);

    /// <summary>The pairs of a query or form in their order; empty segments are none.</summary>
    public static IReadOnlyList<Pair> Of(string encoded) =>
    [
        .. encoded.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(segment =>
        {
            var at = segment.IndexOf('=', StringComparison.Ordinal);
            return at < 0
                ? new Pair(DecodedText.OfForm(segment), DecodedText.OfForm(""))
                : new Pair(DecodedText.OfForm(segment[..at]), DecodedText.OfForm(segment[(at + 1)..]));
        }),
    ];
}
