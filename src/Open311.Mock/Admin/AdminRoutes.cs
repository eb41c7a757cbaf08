using System.Text.Json.Nodes;
using Open311.Mock.Fixtures;
using Open311.Mock.Serving;

namespace Open311.Mock.Admin;

/// <summary>Everything that can be administered; <c>openapi.json</c> beside this says the same for programs.</summary>
internal static class AdminRoutes
{
    const int LargestSnapshot = 256 * 1024 * 1024;

    public static IEnumerable<AdminRoute> Of(ServerParts parts) =>
    [
        new("GET", "", call => Health(parts, call)),
        new("GET", "health", call => Health(parts, call)),
        new("GET", "openapi.json", call =>
        {
            call.Only();
            return new AdminReply(System.Text.Encoding.UTF8.GetBytes(FixtureText.Read("admin/openapi.json").Replace("/__open311", parts.Options.AdminPath.TrimEnd('/'), StringComparison.Ordinal)));
        }),
        .. JournalRoutes.Of(parts),
        .. ClockRoutes.Of(parts),
        .. FaultRoutes.Of(parts),
        new("GET", "state", call =>
        {
            call.Only();
            return AdminReply.Of(AdminJson.State(parts));
        }),
        new("POST", "reset", call =>
        {
            call.Only();
            parts.Reset();
            return AdminReply.Done;
        }),
        new("GET", "snapshot", call =>
        {
            call.Only();
            return new AdminReply(parts.City.Snapshot());
        }),
        new("POST", "restore", async call =>
        {
            call.Only();
            parts.City.Restore(await call.BytesAsync(LargestSnapshot));
            return AdminReply.Done;
        }),
    ];

    static AdminReply Health(ServerParts parts, AdminCall call)
    {
        call.Only();
        return AdminReply.Of(new JsonObject { ["status"] = "ok", ["city"] = parts.City.City.Name, ["endpoint"] = parts.City.Endpoint.OriginalString });
    }
}
