using System.Text;
using Open311.Conformance.Evidence;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Reporting.Badges;
using Open311.Reporting.Html;
using Open311.Reporting.Json;
using Open311.Reporting.Junit;
using Open311.Reporting.Languages;
using Open311.Reporting.Markdown;
using Open311.Reporting.Redaction;
using Open311.Reporting.Text;

namespace Open311.Reporting;

/// <summary>Writes the reports of a run into a folder.</summary>
/// <param name="language">Of the reports for people; those for machines are English.</param>
public sealed class ReportWriter(Language language = Language.English)
{
    /// <summary>The file of the evidence (HAR 1.2), which is written beside every report.</summary>
    public const string EvidenceName = "exchanges.har";

    /// <summary>The badge for shields.io, which is written beside the one to look at.</summary>
    public const string BadgeEndpointName = "badge.json";

    /// <summary>Every format there is.</summary>
    public static IReadOnlySet<ReportFormat> AllFormats { get; } = new HashSet<ReportFormat>(Enum.GetValues<ReportFormat>());

    /// <summary>Writes each format and the evidence; all of them appear at the end or, when one cannot be written, none does.</summary>
    /// <param name="report">The run. Its API key and other credentials reach no file.</param>
    /// <param name="folder">Created when missing; files of an earlier report there are replaced.</param>
    /// <param name="formats">What to write.</param>
    /// <param name="cancellation">Stops writing and leaves nothing half-written behind.</param>
    /// <returns>The files written, in the order of <see cref="ReportFormat"/>, and the evidence at the end.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public async Task<IReadOnlyList<FileInfo>> WriteAsync(
        RunReport report,
        DirectoryInfo folder,
        IReadOnlySet<ReportFormat> formats,
        CancellationToken cancellation = default)
    {
        folder.Create();
        var mask = SecretMask.For(report.Target);
        var clean = CleanReport.Of(report, mask);
        using var files = new StagedFiles(folder);
        foreach (var format in formats.Order())
        {
            await using var output = files.Create(FileName(format));
            await WriteAsync(clean, mask, format, output, cancellation);
            if (format != ReportFormat.Badge)
                continue;
            await using var endpoint = files.Create(BadgeEndpointName);
            BadgeJson.Write(Badge.Of(clean, Phrases.In(language)), endpoint);
        }

        using (var evidence = files.Create(EvidenceName))
            WriteEvidence(report, mask, evidence);
        cancellation.ThrowIfCancellationRequested();
        return files.Publish();
    }

    /// <summary>The name of a format's file.</summary>
    public static string FileName(ReportFormat format) => format switch
    {
        ReportFormat.Html => "report.html",
        ReportFormat.Json => "report.json",
        ReportFormat.Junit => "report.junit.xml",
        ReportFormat.Markdown => "report.md",
        ReportFormat.Badge => "badge.svg",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a report format."),
    };

    // The evidence is written from the run itself: cleaned reports hold no raw bytes, and texts that may be cut.
    static void WriteEvidence(RunReport report, SecretMask mask, Stream output) =>
        HarWriter.Write(output, Evidence(report, mask), new Redactor(report.Target.ApiKey), report.ToolVersion);

    /// <summary>The exchanges without secrets.</summary>
    internal static IEnumerable<Exchange> Evidence(RunReport report, SecretMask mask)
    {
        var redactors = SecretMask.OtherSecrets(report.Target).Append(report.Target.ApiKey).Select(secret => new Redactor(secret)).ToList();
        return report.Exchanges.Select(exchange => redactors.Aggregate(Masked(exchange, mask), (clean, redactor) => redactor.Exchange(clean)));
    }

    // Finds mixtures of encodings that the redactor, which also sees to the raw bytes, does not look for.
    internal static Exchange Masked(Exchange exchange, SecretMask mask)
    {
        var clean = CleanExchange.Of(exchange, mask);
        return clean.Answer is { } answer ? clean with { Answer = answer with { Body = CleanExchange.Body(answer.Body, mask) } } : clean;
    }

    internal async Task WriteAsync(RunReport clean, SecretMask mask, ReportFormat format, Stream output, CancellationToken cancellation)
    {
        switch (format)
        {
            case ReportFormat.Json:
                await JsonReport.WriteAsync(clean, output, cancellation);
                break;
            case ReportFormat.Junit:
                JunitReport.Write(clean.MapTexts(VisibleText.Of), output);
                break;
            case ReportFormat.Markdown:
                await WriteTextAsync(MarkdownReport.Of(clean, language), output, cancellation);
                break;
            case ReportFormat.Badge:
                await WriteTextAsync(BadgeSvg.Of(Badge.Of(clean, Phrases.In(language))), output, cancellation);
                break;
            default:
                await WriteTextAsync(await HtmlReport.OfAsync(clean.MapTexts(VisibleText.Of), mask, language), output, cancellation);
                break;
        }
    }

    static ValueTask WriteTextAsync(string text, Stream output, CancellationToken cancellation) =>
        output.WriteAsync(new UTF8Encoding(false).GetBytes(text), cancellation);
}
