using System.Text.Json;
using System.Text.RegularExpressions;

namespace Open311.Testing.Hostile;

/// <summary>Replaces the values of an answer by hostile text.</summary>
/// <param name="spared">Names of fields that stay as they are.</param>
public sealed partial class Poison(params string[] spared)
{
    static readonly string xml = HostileText.Xml(HostileText.All);
    static readonly string json = JsonSerializer.Serialize(HostileText.All);

    /// <summary>Leaves what a run needs to go on asking, and poisons the rest.</summary>
    public static Poison SparingIdentifiers { get; } = new("service_code", "service_request_id", "metadata", "requested_datetime", "updated_datetime", "url", "specification", "format");

    /// <summary>Poisons everything.</summary>
    public static Poison Everything { get; } = new();

    /// <summary>Poisons one body.</summary>
    public string Spoil(string body, bool isJson) => isJson
        ? JsonValue().Replace(body, m => Spares(m) ? m.Value : $"\"{m.Groups["name"].Value}\":{json}")
        : XmlValue().Replace(body, m => Spares(m) ? m.Value : $"<{m.Groups["name"].Value}>{xml}<");

    bool Spares(Match match) => spared.Contains(match.Groups["name"].Value);

    [GeneratedRegex("""<(?<name>[a-z_]+)>[^<]*[^<\s][^<]*<""")]
    private static partial Regex XmlValue();

    [GeneratedRegex(""" *"(?<name>[a-z_]+)" *: *(?:"(?:[^"\\]|\\.)*"|-?[0-9.]+|true|false)""")]
    private static partial Regex JsonValue();
}
