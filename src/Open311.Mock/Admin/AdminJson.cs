using System.Text.Json.Nodes;
using Open311.Mock.Clients;
using Open311.Mock.Journal;
using Open311.Mock.Serving;
using Open311.Protocol.Dates;

namespace Open311.Mock.Admin;

/// <summary>Writes what is administered as JSON.</summary>
internal static class AdminJson
{
    public static JsonNode Of(JournalRecord record) => new JsonObject
    {
        ["number"] = record.Number,
        ["at"] = W3CDateTime.Write(record.At),
        ["milliseconds"] = Math.Round(record.Duration.TotalMilliseconds, 3),
        ["client"] = record.Client,
        ["method"] = record.Method,
        ["target"] = record.Target,
        ["version"] = record.Version,
        ["headers"] = Headers(record.Headers),
        ["body"] = record.Body,
        ["body_length"] = record.BodyLength,
        ["status"] = record.Status,
        ["answer_headers"] = Headers(record.AnswerHeaders),
        ["answer_body"] = record.AnswerBody,
        ["answer_body_length"] = record.AnswerBodyLength,
        ["faults"] = new JsonArray([.. record.Faults.Select(f => (JsonNode)f)]),
        ["findings"] = new JsonArray([.. record.Findings.Select(Of)]),
        ["answered_by"] = record.AnsweredBy,
    };

    public static JsonNode Of(ClientFinding finding) => new JsonObject
    {
        ["requirement"] = finding.Requirement,
        ["verdict"] = finding.Verdict,
        ["statement"] = finding.Statement,
        ["received"] = finding.Received,
        ["expected"] = finding.Expected,
        ["fix"] = finding.Fix,
        ["clause"] = finding.Clause,
        ["reason"] = finding.Reason,
        ["curl"] = finding.Curl,
    };

    public static JsonNode Of(ClientScores scores) => new JsonObject
    {
        ["calls"] = scores.Calls,
        ["clean"] = scores.IsClean,
        ["requirements"] = new JsonArray([.. scores.All().Select(Of)]),
    };

    public static JsonNode State(ServerParts parts)
    {
        var statistics = parts.City.Statistics;
        return new JsonObject
        {
            ["city"] = parts.City.City.Name,
            ["jurisdictions"] = new JsonArray([.. parts.City.City.Jurisdictions.Select(j => (JsonNode)j.Id)]),
            ["seed"] = parts.Options.Seed,
            ["now"] = W3CDateTime.Write(statistics.Now),
            ["version"] = statistics.Version,
            ["requests"] = statistics.Total,
            ["without_id"] = statistics.WithoutId,
            ["counts"] = new JsonArray([.. statistics.Counts.Select(c => new JsonObject
            {
                ["jurisdiction_id"] = c.Jurisdiction,
                ["service_code"] = c.ServiceCode,
                ["status"] = c.Status,
                ["count"] = c.Count,
            })]),
            ["calls"] = parts.Journal.Total,
        };
    }

    static JsonNode Of(ClientScore score) => new JsonObject
    {
        ["requirement"] = score.Requirement.Id,
        ["level"] = score.Requirement.Level,
        ["state"] = score.State,
        ["met"] = score.Met,
        ["broken"] = score.Broken,
        ["verdict"] = score.Worst,
        ["calls"] = new JsonArray([.. score.Examples.Where(e => e.Call is not null).Select(e => (JsonNode)e.Call!.Number)]),
        ["examples"] = new JsonArray([.. score.Examples.Take(1).Select(e => Of(e.Finding))]),
    };

    static JsonObject Headers(IReadOnlyList<KeyValuePair<string, string>> headers) =>
        new(headers.GroupBy(h => h.Key).Select(g => KeyValuePair.Create<string, JsonNode?>(g.Key, string.Join(", ", g.Select(h => h.Value)))));
}
