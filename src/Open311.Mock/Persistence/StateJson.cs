using System.Text.Json;
using System.Text.Json.Serialization;

namespace Open311.Mock.Persistence;

/// <summary>Reads and writes states. What is not known is refused: it would be lost.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    MaxDepth = 16)]
[JsonSerializable(typeof(CityState))]
[JsonSerializable(typeof(RequestState))]
[JsonSerializable(typeof(ClockState))]
internal sealed partial class StateJson : JsonSerializerContext;
