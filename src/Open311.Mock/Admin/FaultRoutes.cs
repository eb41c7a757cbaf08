using System.Globalization;
using System.Text.Json.Nodes;
using Open311.Mock.Disturbances;
using Open311.Mock.Questions;
using Open311.Mock.Serving;

namespace Open311.Mock.Admin;

/// <summary>What is to go wrong.</summary>
internal static class FaultRoutes
{
    static readonly string[] Resources = [.. Enum.GetNames<Place>().Where(n => n != nameof(Place.Nowhere)).Select(n => n.ToLowerInvariant())];

    public static IEnumerable<AdminRoute> Of(ServerParts parts) =>
    [
        new("GET", "faults", call =>
        {
            call.Only();
            return AdminReply.Of(new JsonObject
            {
                ["run"] = new JsonArray([.. parts.Options.Faults.Select(f => (JsonNode)f)]),
                ["variations"] = new JsonArray([.. parts.Variations.Select(v => (JsonNode)v)]),
                ["latency"] = parts.Options.Latency?.ToString(),
                ["orders"] = new JsonArray([.. parts.Faults.Orders.Select(Told)]),
            });
        }),
        new("POST", "faults", async call =>
        {
            call.Only();
            var order = await call.ObjectAsync("fault", "next", "method", "resource");
            return AdminReply.Of(Told(Take(parts, order)), 201);
        }),
        new("DELETE", "faults", call =>
        {
            call.Only();
            parts.Faults.CallOff();
            return AdminReply.Done;
        }),
        new("DELETE", "faults/*", call =>
        {
            call.Only();
            var text = call.Path["faults/".Length..];
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                throw new AdminRefusal(400, $"'{AdminCall.Short(text)}' is not the number of an order.");
            return parts.Faults.CallOff(number) ? AdminReply.Done : throw new AdminRefusal(404, $"There is no order {number}; it may be done.");
        }),
    ];

    static FaultOrder Take(ServerParts parts, JsonObject order)
    {
        var disturbance = Disturbance.Parse(Text(order, "fault") ?? throw new AdminRefusal(400, "'fault' is missing, expected such as \"status=503\" or the id of a fault."));
        if (disturbance.Kind == DisturbanceKind.Fault)
            parts.Wardrobe.Find(disturbance.Fault);
        int? next = null;
        if (order["next"] is { } node)
        {
            next = node is JsonValue value && value.TryGetValue(out int count) && count is > 0 and <= 1_000_000
                ? count
                : throw new AdminRefusal(400, $"'next' is {AdminCall.Short(node.ToJsonString())}, expected a whole number from 1 to 1000000.");
        }

        var method = Text(order, "method")?.ToUpperInvariant();
        var resource = Text(order, "resource")?.ToLowerInvariant();
        if (resource is not null && !Resources.Contains(resource))
            throw new AdminRefusal(400, $"'resource' is '{AdminCall.Short(resource)}', expected one of {string.Join(", ", Resources)}.");
        return parts.Faults.Order(disturbance, next, method, resource is null ? null : Enum.Parse<Place>(resource, ignoreCase: true));
    }

    static string? Text(JsonObject order, string name) => order[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) && text.Length > 0 => text,
        var node => throw new AdminRefusal(400, $"'{name}' is {AdminCall.Short(node.ToJsonString())}, expected a text."),
    };

    static JsonNode Told(FaultOrder order) => new JsonObject
    {
        ["order"] = order.Number,
        ["fault"] = order.Disturbance.ToString(),
        ["left"] = order.Left,
        ["method"] = order.Method,
        ["resource"] = order.Place?.ToString().ToLowerInvariant(),
    };
}
