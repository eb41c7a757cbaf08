using System.Text.Json.Nodes;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Exporting;

/// <summary>
/// A cassette as mappings of WireMock (Java): <c>mappings</c> and <c>__files</c> of a folder for its <c>--root-dir</c>. Bodies are files of
/// their own, byte for byte.
/// </summary>
public static class WireMockJavaExport
{
    const string Start = "Started";

    /// <summary>Makes the files. The same cassette gives the same files.</summary>
    /// <param name="cassette">What was recorded.</param>
    public static ExportResult Of(Cassette cassette)
    {
        var notes = new List<string>();
        var questions = Questions.Of(cassette, notes);
        var files = new List<ExportedFile>();
        foreach (var question in questions)
        {
            for (var i = 0; i < question.Answers.Count; i++)
            {
                var take = question.Answers[i];
                var body = take.ResponseBody.IsEmpty ? null : $"{question.FileName(take)}{(question.Path.Split('/')[^1].Contains('.', StringComparison.Ordinal) ? "" : ".bin")}";
                files.Add(MappingJson.File($"mappings/{question.FileName(take)}.json", Mapping(question, i, body, notes)));
                if (body is not null)
                    files.Add(new ExportedFile($"__files/{body}", take.ResponseBody));
            }
        }

        return new ExportResult([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)], questions.Count, notes);
    }

    static JsonObject Mapping(RecordedQuestion question, int index, string? file, List<string> notes)
    {
        var take = question.Answers[index];
        var mapping = new JsonObject { ["id"] = MappingJson.Id(take).ToString(), ["name"] = question.Title };
        if (question.Method != "GET" && question.Body.Kind is SentKind.None or SentKind.Multipart)
            mapping["priority"] = question.Body.Kind == SentKind.None ? 200 : 100;
        if (question.Answers.Count > 1)
        {
            mapping["scenarioName"] = $"{question.First.Number:D4} {question.Title}";
            mapping["requiredScenarioState"] = index == 0 ? Start : MappingJson.State(take);
            if (index + 1 < question.Answers.Count)
                mapping["newScenarioState"] = MappingJson.State(question.Answers[index + 1]);
        }

        mapping["request"] = Request(question, take, notes);
        mapping["response"] = Response(take, file, notes);
        return mapping;
    }

    static JsonObject Request(RecordedQuestion question, Take take, List<string> notes)
    {
        var path = EncodedPattern.Path(question.Path);
        // WireMock lets further parameters pass; the count of them does not.
        var request = new JsonObject
        {
            ["method"] = question.Method,
            ["urlPattern"] = question.Query.Count == 0 ? $@"{path}\??" : $@"{path}\?{EncodedPattern.Count(question.Query.Count)}",
        };
        if (question.Query.Count > 0)
        {
            var parameters = new JsonObject();
            foreach (var alike in question.Query.GroupBy(p => p.Name.Text))
                parameters[alike.Key] = Value([.. alike], question.KeyIsAny);
            request["queryParameters"] = parameters;
        }

        if (question.Method == "GET")
            return request;
        JsonObject? body = question.Body.Kind switch
        {
            SentKind.Form => new() { ["matches"] = EncodedPattern.Pairs(question.Body.Pairs, question.KeyIsAny) },
            SentKind.Json => new() { ["equalToJson"] = question.Body.Json!.ToJsonString() },
            SentKind.Other => new() { ["binaryEqualTo"] = Convert.ToBase64String(question.Body.Bytes.Span) },
            _ => null,
        };
        if (body is not null)
            request["bodyPatterns"] = new JsonArray(body);
        if (question.Body.Kind == SentKind.Multipart)
        {
            notes.Add($"Take {take.Number}: The parts that were sent are not compared; any multipart body gets this answer.");
            request["headers"] = new JsonObject { ["Content-Type"] = new JsonObject { ["matches"] = "(?i)multipart/.*" } };
        }

        return request;
    }

    static JsonObject Value(Pair[] alike, bool keyIsAny) => alike switch
    {
        [{ IsKey: true }] when keyIsAny => new() { ["matches"] = ".*" },
        [var only] => new() { ["equalTo"] = only.Value.Text },
        _ => new() { ["hasExactly"] = new JsonArray([.. alike.Select(p => (JsonNode)new JsonObject { ["equalTo"] = p.Value.Text })]) },
    };

    static JsonObject Response(Take take, string? file, List<string> notes)
    {
        var response = new JsonObject { ["status"] = take.Status };
        if (take.Reason.Length > 0)
            response["statusMessage"] = take.Reason;
        if (AnswerHeaders.Of(take, onlyAscii: false, oneContentType: false, notes) is { } headers)
            response["headers"] = headers;
        if (file is not null)
            response["bodyFileName"] = file;
        return response;
    }
}
