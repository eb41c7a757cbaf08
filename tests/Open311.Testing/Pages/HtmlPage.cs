using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Open311.Testing.Pages;

/// <summary>A page read strictly: every tag must be closed in order, every attribute quoted. Its code parts are set aside.</summary>
public sealed partial class HtmlPage
{
    static readonly HashSet<string> Void = ["meta", "br", "input", "link", "img", "hr"];

    public HtmlPage(string html)
    {
        html = CodePart().Replace(html, "<$1></$1>");
        var text = new StringBuilder();
        var open = new Stack<string>();
        var at = 0;
        foreach (Match match in Tag().Matches(html))
        {
            text.Append(html, at, match.Index - at).Append(' ');
            at = match.Index + match.Length;
            var name = match.Groups["name"].Value;
            if (match.Groups["close"].Length > 0)
            {
                if (open.Count == 0 || open.Pop() != name)
                    throw new NUnit.Framework.AssertionException($"</{name}> closes nothing: {html[Math.Max(0, at - 200)..at]}");
                continue;
            }

            Tags.Add(new HtmlTag(name, Attribute().Matches(match.Groups["attributes"].Value)
                .ToDictionary(a => a.Groups["name"].Value, a => WebUtility.HtmlDecode(a.Groups["value"].Value))));
            if (!Void.Contains(name))
                open.Push(name);
        }

        text.Append(html, at, html.Length - at);
        RawText = text.ToString();
        Unclosed = [.. open];
    }

    public List<HtmlTag> Tags { get; } = [];

    public IReadOnlyList<string> Unclosed { get; }

    /// <summary>What stands between the tags, still encoded.</summary>
    public string RawText { get; }

    public string Text => WebUtility.HtmlDecode(RawText);

    public IEnumerable<string> Values(string attribute) =>
        Tags.Where(t => t.Attributes.ContainsKey(attribute)).Select(t => t.Attributes[attribute]);

    [GeneratedRegex("<(style|script)>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex CodePart();

    [GeneratedRegex("""<(?<close>/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:\s+[a-zA-Z0-9-]+(?:="[^"<>]*")?)*)\s*/?>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<name>[a-zA-Z0-9-]+)(?:="(?<value>[^"]*)")?""")]
    private static partial Regex Attribute();
}
