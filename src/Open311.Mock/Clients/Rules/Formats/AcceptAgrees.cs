using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Formats;

/// <summary>Accept does not rule the extension out.</summary>
internal sealed class AcceptAgrees() : ClientRule("CLI-FMT-006", RuleScope.Headers)
{
    public override Look Look(ClientCall call)
    {
        if (call.Question.Place == Place.Nowhere || call.Header("accept") is not { Length: > 0 } accept || call.Question.Extension is not ("xml" or "json"))
            return Clients.Look.Away;
        return Clients.Look.When(
            Covers(accept, call.Question.Extension),
            $"Accept: {Shown(accept)} for a path that ends in .{call.Question.Extension}.",
            "An Accept header that the format of the extension satisfies, such as */*.");
    }

    static bool Covers(string accept, string format)
    {
        foreach (var range in accept.Split(','))
        {
            var parts = range.Split(';', StringSplitOptions.TrimEntries);
            var refused = parts.Skip(1).Any(p => p.Replace(" ", "") is "q=0" or "q=0.0" or "q=0.00" or "q=0.000");
            var media = parts[0].ToLowerInvariant();
            var fits = media is "*/*" or "*" || media == (format == "xml" ? "text/*" : "application/*") || media.EndsWith("/" + format, StringComparison.Ordinal)
                || media.EndsWith("+" + format, StringComparison.Ordinal) || (format == "xml" && media == "application/*");
            if (fits && !refused)
                return true;
        }

        return false;
    }
}
