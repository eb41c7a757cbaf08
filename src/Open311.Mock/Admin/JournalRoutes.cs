using System.Globalization;
using System.Text.Json.Nodes;
using Open311.Mock.Journal;
using Open311.Mock.Serving;

namespace Open311.Mock.Admin;

/// <summary>The calls received, and what was wrong with them.</summary>
internal static class JournalRoutes
{
    public static IEnumerable<AdminRoute> Of(ServerParts parts) =>
    [
        new("GET", "journal", call => List(parts, call)),
        new("DELETE", "journal", call =>
        {
            call.Only();
            parts.Journal.Clear();
            return AdminReply.Done;
        }),
        new("GET", "journal.har", call =>
        {
            call.Only();
            var har = new MemoryStream();
            parts.Journal.WriteHar(har, parts.City.Endpoint);
            return new AdminReply(har.ToArray());
        }),
        new("GET", "journal/*", call =>
        {
            call.Only();
            var text = call.Path["journal/".Length..];
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? AdminReply.Of(AdminJson.Of(parts.Journal.Find(number) ?? throw new AdminRefusal(404, $"The journal does not hold call {number} (any more).")))
                : throw new AdminRefusal(400, $"'{AdminCall.Short(text)}' is not the number of a call, expected 1 or greater.");
        }),
        new("GET", "findings", call =>
        {
            call.Only();
            return AdminReply.Of(AdminJson.Of(parts.Scores));
        }),
        new("DELETE", "findings", call =>
        {
            call.Only();
            parts.Judge.Forget();
            return AdminReply.Done;
        }),
    ];

    static AdminReply List(ServerParts parts, AdminCall call)
    {
        call.Only("after", "limit", "method", "path", "status", "finding");
        var filter = new JournalFilter(
            call.Whole("after", 0, long.MaxValue) ?? 0, call.Text("method"), call.Text("path"), (int?)call.Whole("status", 0, 599), call.Text("finding"));
        var limit = (int)(call.Whole("limit", 1, 1000) ?? 100);
        var records = parts.Journal.Select(filter, limit);
        return AdminReply.Of(new JsonObject
        {
            ["total"] = parts.Journal.Total,
            ["kept"] = parts.Journal.Count,
            ["bytes"] = parts.Journal.Bytes,
            ["next_after"] = records.Count == limit ? records[^1].Number : null,
            ["calls"] = new JsonArray([.. records.Select(AdminJson.Of)]),
        });
    }
}
