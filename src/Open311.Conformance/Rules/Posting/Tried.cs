using Open311.Conformance.Asking;
using Open311.Conformance.Posting;
using Open311.Protocol.Forms;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Says in words what a report was like.</summary>
static class Tried
{
    public static string Words(Draft draft)
    {
        var words = new List<string>
        {
            draft.Siting switch
            {
                Siting.Address => "address_string only",
                Siting.AddressId => "address_id only",
                Siting.Both => "lat, long and address_string",
                Siting.None => "no location",
                _ => "lat and long",
            },
        };
        if (Text(draft.Prose) is { } prose)
            words.Add(prose);
        words.AddRange(draft.With.Select(w => w.Value.Length == 0 ? $"an empty {w.Key}" : $"{w.Key}={Short(w.Value)}"));
        words.AddRange(draft.Without.Select(w => $"no {w}"));
        if (draft.Attributes is { Count: > 0 } attributes)
            words.AddRange(attributes.Select(a => $"{a.Key}={Short(a.Value)}"));
        if (draft.Key is not KeyUse.Valid)
            words.Add(draft.Key switch { KeyUse.None => "no api_key", KeyUse.Wrong => "a made-up api_key", KeyUse.Empty => "an empty api_key", KeyUse.InQuery => "the api_key in the query", _ => "the api_key in the form" });
        if (draft.Jurisdiction is { } jurisdiction)
            words.Add(jurisdiction.Length == 0 ? "no jurisdiction_id" : $"jurisdiction_id={Short(jurisdiction)}");
        if (draft.Service == ServiceWanted.Unknown)
            words.Add("an unknown service_code");
        if (draft.Files.Count > 0)
            words.Add($"{draft.Files.Count} file{(draft.Files.Count == 1 ? "" : "s")} as {string.Join(" and ", draft.Files.Distinct())}");
        if (draft.AsJson)
            words.Add("a JSON body");
        else if (draft.ContentType != FormEncoding.MediaType)
            words.Add($"Content-Type {draft.ContentType}");
        return string.Join(", ", words);
    }

    static string? Text(Prose prose) => prose switch
    {
        Prose.None => "no description",
        Prose.Lines => "line breaks in the description",
        Prose.Letters => "letters of several scripts in the description",
        Prose.Emoji => "an emoji in the description",
        Prose.Full => $"a description of {ProseWriter.Limit} characters, half of them not ASCII",
        Prose.FullAscii => $"a description of {ProseWriter.Limit} characters",
        Prose.Over => $"a description of {ProseWriter.Limit + 1} characters",
        Prose.Huge => "a description of 20000 characters",
        Prose.Markup => "markup in the description",
        _ => null,
    };

    static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
