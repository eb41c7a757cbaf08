using System.Text.Json.Serialization;

namespace Open311.Cli.City;

/// <summary>Generated at build time: reflection would cost a third of the start.</summary>
[JsonSerializable(typeof(ReadyLine))]
internal sealed partial class CityJson : JsonSerializerContext;
