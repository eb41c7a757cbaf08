using System.Text.Json;
using Open311.Conformance.Findings;
using Open311.Reporting.Json;

namespace Open311.Reporting.Bundles;

/// <summary><c>findings.json</c>: the findings of a run, each as in <c>report.json</c>.</summary>
static class FindingsDocument
{
    public const string Version = "open311-findings/1";

    /// <param name="clean">A clean report.</param>
    public static byte[] Write(RunReport clean) =>
    [
        .. JsonSerializer.SerializeToUtf8Bytes(new { Schema = Version, Findings = clean.Findings.Select(JsonReport.Finding) }, JsonReport.Options),
        (byte)'\n',
    ];

    /// <exception cref="BundleException">It is no such document.</exception>
    public static IReadOnlyList<JsonElement> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            var root = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 }).RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema) || !schema.ValueEquals(Version)
                || !root.TryGetProperty("findings", out var findings) || findings.ValueKind != JsonValueKind.Array)
                throw new BundleException($"{BundleMember.Findings} is not a document of the form {Version}.");
            return [.. findings.EnumerateArray()];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new BundleException($"{BundleMember.Findings} is not JSON.", e);
        }
    }
}
