using Open311.Conformance.Findings;
using Open311.Reporting.Badges;
using Open311.Reporting.Languages;
using Open311.Reporting.Redaction;

namespace Open311.Reporting.Bundles;

/// <summary>The members that are made from the findings: the same build makes the same bytes of the same run.</summary>
static class DerivedMembers
{
    static readonly ReportFormat[] formats = [ReportFormat.Html, ReportFormat.Json, ReportFormat.Junit, ReportFormat.Markdown, ReportFormat.Badge];

    /// <param name="replayed">A run judged from its evidence.</param>
    /// <param name="language">That of the reports for people.</param>
    public static async Task<IReadOnlyDictionary<string, byte[]>> OfAsync(RunReport replayed, Language language)
    {
        var mask = SecretMask.For(replayed.Target);
        var clean = CleanReport.Of(replayed, mask);
        var members = new Dictionary<string, byte[]> { [BundleMember.Findings] = FindingsDocument.Write(clean) };
        foreach (var format in formats)
        {
            using var content = new MemoryStream();
            await new ReportWriter(language).WriteAsync(clean, mask, format, content, CancellationToken.None);
            members[ReportWriter.FileName(format)] = content.ToArray();
        }

        using var badge = new MemoryStream();
        BadgeJson.Write(Badge.Of(clean, Phrases.In(language)), badge);
        members[ReportWriter.BadgeEndpointName] = badge.ToArray();
        return members;
    }
}
