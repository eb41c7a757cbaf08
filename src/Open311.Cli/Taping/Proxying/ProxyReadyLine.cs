using System.Text.Json.Serialization;

namespace Open311.Cli.Taping.Proxying;

/// <summary>What a program that started the proxy needs to know.</summary>
/// <param name="Ready">Always true: the line is written when calls pass.</param>
/// <param name="Endpoint">Where clients ask, without a trailing slash.</param>
/// <param name="Source">The endpoint of the city.</param>
/// <param name="Writes">Whether POST passes.</param>
internal sealed record ProxyReadyLine(
    [property: JsonPropertyName("ready")] bool Ready,
    [property: JsonPropertyName("endpoint")] string Endpoint,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("writes")] bool Writes);
