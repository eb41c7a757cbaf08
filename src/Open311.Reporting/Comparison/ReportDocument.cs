using System.Globalization;
using System.Text.Json;
using Open311.Conformance.Findings;
using Open311.Conformance.Preflight;
using Open311.Conformance.Requirements;
using Open311.Conformance.Targets;
using Open311.Protocol;

namespace Open311.Reporting.Comparison;

/// <summary>Reads back what comparisons need of a <c>report.json</c>. It may come from anybody, and proves nothing.</summary>
public static class ReportDocument
{
    const int Largest = 64 * 1024 * 1024;

    /// <summary>Reads a report.</summary>
    /// <param name="json">The file.</param>
    /// <param name="catalog">The requirements there are; findings about others are left out.</param>
    /// <exception cref="Bundles.BundleException">It is no report; the message is a sentence.</exception>
    public static RunReport Read(Stream json, RequirementCatalog catalog)
    {
        if (json.Length > Largest)
            throw new Bundles.BundleException($"The file has {json.Length} bytes; a report has at most {Largest}.");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 24 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "schema") != RunReport.Schema)
                throw new Bundles.BundleException($"The file is neither a bundle nor a report of the form {RunReport.Schema}.");
            return Report(root, catalog);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new Bundles.BundleException($"The file is neither a bundle nor a report of the form {RunReport.Schema}.", e);
        }
    }

    static RunReport Report(JsonElement root, RequirementCatalog catalog)
    {
        var target = root.GetProperty("target");
        var findings = root.GetProperty("findings").EnumerateArray().Select(f => Finding(f, catalog)).OfType<Finding>().ToList();
        return new RunReport
        {
            ToolVersion = Text(root.GetProperty("tool"), "version") ?? "",
            RequirementSet = Text(root, "requirementSet") ?? "",
            Target = new Target { Endpoint = Uri.TryCreate(Text(target, "endpoint"), UriKind.Absolute, out var url) ? url : throw new FormatException("no endpoint") },
            TargetName = Text(target, "name"),
            Settings = new RunSettings(),
            Started = Instant(root, "started"),
            Finished = Instant(root, "finished"),
            Outcome = Text(root, "outcome") switch { "conformant" => RunOutcome.Conformant, "nonconformant" => RunOutcome.Nonconformant, _ => RunOutcome.CouldNotTest },
            Incomplete = Text(root, "incomplete"),
            Preflight = new(Text(root.GetProperty("preflight"), "state") == "ready" ? PreflightState.Ready : PreflightState.TimedOut, Text(root.GetProperty("preflight"), "message") ?? "", null, []),
            Summary = Conformance.Running.Summaries.Of(findings, 0),
            Classes = [.. root.GetProperty("classes").EnumerateArray().Select(Class)],
            Causes = [],
            Findings = findings,
            Notes = [],
            Exchanges = [],
        };
    }

    static ClassResult Class(JsonElement item) => new(
        Text(item, "name") ?? "",
        Text(item, "title") ?? "",
        Text(item, "state") switch { "granted" => ClassState.Granted, "refused" => ClassState.Refused, _ => ClassState.NotTested },
        Text(item, "why") ?? "",
        item.GetProperty("musts").GetInt32(),
        item.GetProperty("exercised").GetInt32(),
        item.GetProperty("conform").GetInt32(),
        Texts(item, "failed"),
        Texts(item, "inconclusive"),
        Texts(item, "untested"));

    static Finding? Finding(JsonElement item, RequirementCatalog catalog) => Text(item, "requirement") is { } id && catalog.Find(id) is { } requirement
        ? new Finding
        {
            Requirement = requirement,
            Verdict = Enum.GetValues<Verdict>().FirstOrDefault(v => v.Word() == Text(item, "verdict"), Verdict.Inconclusive),
            Format = Text(item, "format") switch { "xml" => DataFormat.Xml, "json" => DataFormat.Json, _ => null },
            Case = Text(item, "case"),
            Message = Text(item, "message") ?? "",
            Exchange = item.TryGetProperty("exchange", out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt32() : null,
            BlockedBy = Text(item, "blockedBy"),
        }
        : null;

    static DateTimeOffset Instant(JsonElement owner, string name) =>
        DateTimeOffset.TryParse(Text(owner, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : throw new FormatException(name);

    static List<string> Texts(JsonElement owner, string name) => [.. owner.GetProperty(name).EnumerateArray().Select(t => t.GetString() ?? "")];

    static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
