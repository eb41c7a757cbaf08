using System.Text.Json.Serialization;

namespace Open311.Cli.City;

/// <summary>What a program that started the mock needs to know.</summary>
/// <param name="Ready">Always true: the line is written when the city answers.</param>
/// <param name="Endpoint">Without a trailing slash.</param>
/// <param name="Discovery">The discovery document.</param>
/// <param name="Admin">The base of the administration, without a trailing slash.</param>
/// <param name="ApiKey">A key that may post.</param>
/// <param name="Jurisdictions">The jurisdiction_ids; with more than one, every call must name one.</param>
/// <param name="Seed">Of everything made up, and of all chance.</param>
internal sealed record ReadyLine(
    [property: JsonPropertyName("ready")] bool Ready,
    [property: JsonPropertyName("endpoint")] string Endpoint,
    [property: JsonPropertyName("discovery")] string Discovery,
    [property: JsonPropertyName("admin")] string Admin,
    [property: JsonPropertyName("api_key")] string ApiKey,
    [property: JsonPropertyName("jurisdictions")] IReadOnlyList<string> Jurisdictions,
    [property: JsonPropertyName("seed")] int Seed);
