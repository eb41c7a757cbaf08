using System.Text.Json.Nodes;
using Open311.Mock.Running;
using Open311.Mock.Serving;
using Open311.Protocol.Dates;

namespace Open311.Mock.Admin;

/// <summary>The city's time.</summary>
internal static class ClockRoutes
{
    public static IEnumerable<AdminRoute> Of(ServerParts parts) =>
    [
        new("GET", "clock", call =>
        {
            call.Only();
            return Told(parts.City.Clock);
        }),
        new("POST", "clock", async call =>
        {
            call.Only();
            var order = await call.ObjectAsync("advance", "set", "frozen");
            Move(parts.City.Clock, order);
            return Told(parts.City.Clock);
        }),
    ];

    static void Move(CityClock clock, JsonObject order)
    {
        if (order.Count == 0 || (order.ContainsKey("advance") && order.ContainsKey("set")))
            throw new AdminRefusal(400, "Expected either 'advance' (a duration such as P90D or PT2H, or seconds) or 'set' (an instant such as 2026-05-20T09:30:00Z), and perhaps 'frozen'.");
        // Everything is read before anything is moved.
        TimeSpan? span = order["advance"] is { } advance ? Span(advance) : null;
        DateTimeOffset? instant = order["set"] is { } set ? Instant(set) : null;
        bool? frozen = order["frozen"] is { } value ? Flag(value) : null;
        if (span is { } by)
            clock.Advance(by);
        if (instant is { } to)
            clock.SetTo(to);
        if (frozen == true)
            clock.Freeze();
        else if (frozen == false)
            clock.Run();
    }

    static TimeSpan Span(JsonNode node)
    {
        if (node is JsonValue value)
        {
            if (value.TryGetValue(out double seconds) && Math.Abs(seconds) < 1e11)
                return TimeSpan.FromSeconds(seconds);
            if (value.TryGetValue(out string? text) && IsoSpan.TryRead(text, out var span))
                return span;
        }

        throw new AdminRefusal(400, $"'advance' is {AdminCall.Short(node.ToJsonString())}, expected a duration such as P90D or PT2H, or seconds.");
    }

    static DateTimeOffset Instant(JsonNode node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && W3CDateTime.TryRead(text, out var read) && read.IsWellFormed
            ? read.Instant
            : throw new AdminRefusal(400, $"'set' is {AdminCall.Short(node.ToJsonString())}, expected an instant such as 2026-05-20T09:30:00Z.");

    static bool Flag(JsonNode node) => node is JsonValue value && value.TryGetValue(out bool flag)
        ? flag
        : throw new AdminRefusal(400, $"'frozen' is {AdminCall.Short(node.ToJsonString())}, expected true or false.");

    static AdminReply Told(CityClock clock) => AdminReply.Of(new JsonObject { ["now"] = W3CDateTime.Write(clock.GetUtcNow()), ["frozen"] = clock.IsFrozen });
}
