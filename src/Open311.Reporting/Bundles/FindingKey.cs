using System.Text.Json;

namespace Open311.Reporting.Bundles;

/// <summary>What tells findings apart: the requirement and the format.</summary>
static class FindingKey
{
    public static string Of(JsonElement finding) => Text(finding, "format") is { } format ? $"{Requirement(finding)} {format}" : Requirement(finding);

    public static string Requirement(JsonElement finding) => Text(finding, "requirement") ?? "";

    public static string Verdict(JsonElement finding) => Text(finding, "verdict") ?? "";

    public static string? Text(JsonElement finding, string member) =>
        finding.ValueKind == JsonValueKind.Object && finding.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
