using System.Text.Json.Nodes;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Exporting;

/// <summary>
/// A cassette as mappings of WireMock.Net: one file a mapping, for its folder <c>__admin/mappings</c> or <c>open311 mock --stubs</c>. Bodies
/// stand in them in base64, byte for byte.
/// </summary>
public static class WireMockNetExport
{
    /// <summary>Makes the files. The same cassette gives the same files.</summary>
    /// <param name="cassette">What was recorded.</param>
    public static ExportResult Of(Cassette cassette)
    {
        var notes = new List<string>();
        var questions = Questions.Of(cassette, notes);
        var files = questions.SelectMany(q => q.Answers.Select((take, i) => MappingJson.File($"{q.FileName(take)}.json", Mapping(q, i, notes))));
        return new ExportResult([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)], questions.Count, notes);
    }

    static JsonObject Mapping(RecordedQuestion question, int index, List<string> notes)
    {
        var take = question.Answers[index];
        var mapping = new JsonObject { ["Guid"] = MappingJson.Id(take).ToString(), ["Title"] = question.Title };
        // Without a body to compare, it would take any.
        if (question.Method != "GET" && question.Body.Kind is SentKind.None or SentKind.Multipart)
            mapping["Priority"] = question.Body.Kind == SentKind.None ? 200 : 100;
        if (question.Answers.Count > 1)
        {
            mapping["Scenario"] = $"{question.First.Number:D4} {question.Title}";
            if (index > 0)
                mapping["WhenStateIs"] = MappingJson.State(take);
            // The last one stays: without a state WireMock.Net would begin anew.
            mapping["SetStateTo"] = MappingJson.State(question.Answers[Math.Min(index + 1, question.Answers.Count - 1)]);
        }

        mapping["Request"] = Request(question, notes, take);
        mapping["Response"] = Response(take, notes);
        return mapping;
    }

    static JsonObject Request(RecordedQuestion question, List<string> notes, Take take)
    {
        var query = question.Query.Count == 0 ? @"\??" : $@"\?{EncodedPattern.Pairs(question.Query, question.KeyIsAny)}";
        var request = new JsonObject
        {
            // Path and Params would let further parameters pass, and split values at commas.
            ["Url"] = new JsonObject { ["Matchers"] = new JsonArray(Matcher("RegexMatcher", $"^https?://[^/?#]+{EncodedPattern.Path(question.Path)}{query}$")) },
            ["Methods"] = new JsonArray(question.Method),
        };
        var body = question.Body;
        if (question.Method == "GET" || body.Kind == SentKind.None)
            return request;
        if (body.Kind == SentKind.Multipart)
        {
            notes.Add($"Take {take.Number}: The parts that were sent are not compared; any multipart body gets this answer.");
            request["Headers"] = new JsonArray(new JsonObject { ["Name"] = "Content-Type", ["IgnoreCase"] = true, ["Matchers"] = new JsonArray(Matcher("WildcardMatcher", "multipart/*")) });
            return request;
        }

        request["Body"] = new JsonObject
        {
            ["Matcher"] = body.Kind switch
            {
                SentKind.Form => Matcher("RegexMatcher", $"^{EncodedPattern.Pairs(body.Pairs, question.KeyIsAny)}$"),
                SentKind.Json => new JsonObject { ["Name"] = "JsonMatcher", ["Pattern"] = body.Json!.DeepClone() },
                _ => Matcher("ExactObjectMatcher", Convert.ToBase64String(body.Bytes.Span)),
            },
        };
        return request;
    }

    static JsonObject Matcher(string name, string pattern) => new() { ["Name"] = name, ["Pattern"] = pattern };

    static JsonObject Response(Take take, List<string> notes)
    {
        var response = new JsonObject { ["StatusCode"] = take.Status };
        if (AnswerHeaders.Of(take, onlyAscii: true, oneContentType: true, notes) is { } headers)
            response["Headers"] = headers;
        if (!take.ResponseBody.IsEmpty)
            response["BodyAsBytes"] = Convert.ToBase64String(take.ResponseBody.Span);
        return response;
    }
}
