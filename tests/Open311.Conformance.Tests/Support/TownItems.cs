using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Support;

/// <summary>Edits the lists of requests of the small town item by item, in the text of either format.</summary>
static class TownItems
{
    /// <summary>Puts other items in place of those that the town would list.</summary>
    public static void Edit(this SmallTown town, Func<ScriptedQuestion, IReadOnlyList<string>, IEnumerable<string>> edit)
    {
        var before = town.Alter;
        town.Alter = (q, a) => before(q, a) is var answer && q.Path is "requests.xml" or "requests.json" && answer.Status == 200
            ? answer with { Body = Encoding.UTF8.GetBytes(Write(q.Format, edit(q, Items(q.Format, Encoding.UTF8.GetString(answer.Body))))) }
            : answer;
    }

    /// <summary>Adds members to an item: as elements and as JSON.</summary>
    public static string Plus(this string item, string xml, string json) =>
        item.StartsWith('<') ? item.Replace("</request>", xml + "</request>") : $"{item[..^1]},{json}}}";

    /// <summary>The text of a field.</summary>
    public static string Field(this string item, string name) =>
        Regex.Match(item, item.StartsWith('<') ? $"<{name}>(.*?)</{name}>" : $"\"{name}\":\"(.*?)\"").Groups[1].Value;

    static IReadOnlyList<string> Items(DataFormat format, string body) => format == DataFormat.Xml
        ? [.. Regex.Matches(body, "<request>.*?</request>", RegexOptions.Singleline).Select(m => m.Value)]
        : [.. JsonNode.Parse(body)!.AsArray().Select(i => i!.ToJsonString())];

    static string Write(DataFormat format, IEnumerable<string> items) => format == DataFormat.Xml
        ? $"<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests>{string.Concat(items)}</service_requests>"
        : $"[{string.Join(',', items)}]";
}
