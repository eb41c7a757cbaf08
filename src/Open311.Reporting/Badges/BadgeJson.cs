using System.Text.Json;

namespace Open311.Reporting.Badges;

/// <summary>Writes <c>badge.json</c> in the endpoint schema of shields.io, version 1.</summary>
static class BadgeJson
{
    public static void Write(Badge badge, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("label", badge.Label);
        json.WriteString("message", badge.Message);
        json.WriteString("color", badge.Colour.TrimStart('#'));
        if (badge.IsError)
            json.WriteBoolean("isError", true);
        json.WriteEndObject();
    }
}
