using Open311.Conformance.Asking;
using Open311.Conformance.Fixtures;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Cases;

/// <summary>Reads <c>post:</c> of a case.</summary>
static class PostReader
{
    public static PostTemplate Read(FixtureNode node, string id)
    {
        var reader = new FixtureReader(node, "what to post") { Subject = id };
        var with = reader.MappingOrNull("with", "fields and values");
        var template = new PostTemplate
        {
            Service = Choice<ServiceWanted>(reader, "service"),
            Siting = Choice<Siting>(reader, "siting"),
            Prose = Choice<Prose>(reader, "prose"),
            Key = Choice<KeyUse>(reader, "key"),
            With = with is null ? [] : [.. with.Keys.Select(k => KeyValuePair.Create(k, with.Required(k).Text))],
            Without = reader.TextsOrEmpty("without"),
            ContentType = reader.TextOrNull("content-type"),
            BlankAsPercent20 = reader.OneOfOrNull("blanks", "%20", "+") == "%20",
            AsJson = reader.FlagOr("as-json", false),
            Jurisdiction = reader.TextOrNull("jurisdiction") is { } jurisdiction ? jurisdiction == "none" ? "" : jurisdiction : null,
            Purpose = Choice<Purpose>(reader, "purpose"),
        };
        reader.Close();
        return template;
    }

    static T Choice<T>(FixtureReader reader, string key) where T : struct, Enum => reader.Has(key) ? reader.Choice<T>(key) : default;
}
