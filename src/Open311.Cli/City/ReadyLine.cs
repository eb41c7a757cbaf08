using System.Text.Json.Serialization;

namespace Open311.Cli.City;

/// <summary>What a program that started the mock needs to know.</summary>
/// <param name="Endpoint">Without a trailing slash.</param>
/// <param name="Discovery">The discovery document.</param>
internal sealed record ReadyLine(
    [property: JsonPropertyName("endpoint")] string Endpoint,
    [property: JsonPropertyName("discovery")] string Discovery);
