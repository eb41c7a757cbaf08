using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using NJsonSchema;
using Open311.Testing.Pages;

namespace Open311.Acceptance.Tests.Reports;

/// <summary>What holds for the files of every report, whatever the target answered.</summary>
internal static partial class ReportFiles
{
    /// <summary>The files written when nothing else is asked for.</summary>
    public static readonly string[] All = ["badge.json", "badge.svg", "exchanges.har", "report.html", "report.json", "report.junit.xml", "report.md"];

    static readonly string[] live = ["link", "img", "iframe", "object", "embed", "base", "form", "math", "video", "audio", "u", "i", "b"];

    // The figures are drawn in SVG: of its elements these fetch, act or move.
    static readonly string[] liveInSvg = ["foreignobject", "use", "image", "animate", "animatemotion", "animatetransform", "set"];

    static readonly Lazy<Task<JsonSchema>> schema = new(() => JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "report.schema.json")));

    /// <summary>Every file is there, well-formed, and nothing in it acts.</summary>
    public static async Task CheckAsync(CommandRun run)
    {
        run.Files.Keys.Should().BeEquivalentTo(All);
        CheckHtml(run.Read("report.html"));
        CheckMarkdown(run.Read("report.md"));
        (await schema.Value).Validate(run.Read("report.json")).Should().BeEmpty();
        CheckJunit(run.Files["report.junit.xml"]);
        using var har = JsonDocument.Parse(await File.ReadAllBytesAsync(run.Files["exchanges.har"].FullName));
        har.RootElement.GetProperty("log").GetProperty("version").GetString().Should().Be("1.2");
    }

    /// <summary>The report as JSON.</summary>
    public static JsonElement Json(CommandRun run) => JsonDocument.Parse(run.Read("report.json")).RootElement;

    /// <summary>Neither colours nor bells nor turned text reach a terminal.</summary>
    public static void CheckPrinted(string printed)
    {
        printed.Where(c => char.IsControl(c) && c != '\n').Should().BeEmpty("a terminal obeys control characters");
        printed.Should().NotMatchRegex("[\u202A-\u202E\u2066-\u2069\u200B-\u200F\u2028\u2029]", "such characters hide or turn text");
    }

    static void CheckHtml(string html)
    {
        var page = new HtmlPage(html);
        page.Unclosed.Should().BeEmpty();
        page.RawText.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal).Should().NotContainAny("<", ">");
        page.Values("id").Should().OnlyHaveUniqueItems();
        page.Tags.Select(t => t.Name).Should().NotIntersectWith(live);
        page.Tags.Select(t => t.Name.ToLowerInvariant()).Should().NotIntersectWith(liveInSvg);
        page.Tags.Count(t => t.Name == "script").Should().Be(1);
        page.Tags.Count(t => t.Name == "style").Should().Be(1);
        page.Tags.SelectMany(t => t.Attributes.Keys).Should().NotContain(a => a.StartsWith("on", StringComparison.Ordinal));
        page.Values("href").Should().OnlyContain(h => h.StartsWith('#') || h.StartsWith("https://wiki.open311.org/", StringComparison.Ordinal));
        html.Where(c => char.IsControl(c) && c is not ('\n' or '\t')).Should().BeEmpty();
        html.Should().NotMatchRegex("[\u202A-\u202E\u2066-\u2069\u200B\u2028\u2029]");
    }

    static void CheckMarkdown(string markdown)
    {
        var text = Span().Replace(Fence().Replace(markdown, ""), "");
        text.Should().NotMatchRegex("<[a-zA-Z/!]", "no tag is live");
        text.Should().NotMatchRegex(@"(?<!\\)\]\(", "no link is live");
        text.Should().NotMatchRegex("https?://", "no address links itself");
        markdown.Should().NotMatchRegex("[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]");
    }

    static void CheckJunit(FileInfo file)
    {
        using var reader = XmlReader.Create(file.FullName, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        XDocument.Load(reader).Root!.Name.LocalName.Should().Be("testsuites");
    }

    [GeneratedRegex(@"^(`{3,})\w*\n.*?\n\1$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    // A span opens and closes with runs of the same length.
    [GeneratedRegex(@"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")]
    private static partial Regex Span();
}
