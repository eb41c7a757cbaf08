using Open311.Protocol.Dates;
using Open311.Protocol.Writing;

namespace Open311.Conformance.Tests.Support;

/// <summary>A service request of the small town.</summary>
public sealed record TownRequest(string Id, string Code, string Status, DateTimeOffset Requested)
{
    public static TownRequest Make(int number, DateTimeOffset requested) =>
        new($"{5310 - (7 * number)}", ((string[])["001", "002", "TREES"])[number % 3], number % 2 == 0 ? "open" : "closed", new DateTimeOffset(requested.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero));

    string Place => $"{Requested.Ticks / TimeSpan.TicksPerMinute % 10_000:0000}1";

    public DataObject Item(string serviceName) => new(
    [
        new("service_request_id", new DataText(Id)),
        new("status", new DataText(Status)),
        new("status_notes", DataNull.Instance),
        new("service_name", new DataText(serviceName)),
        new("service_code", new DataText(Code)),
        new("description", new DataText($"Number {Id}: please look at it – danke, Grüße")),
        new("agency_responsible", new DataText("Public works")),
        new("service_notice", DataNull.Instance),
        new("requested_datetime", new DataText(W3CDateTime.Write(Requested))),
        new("updated_datetime", new DataText(W3CDateTime.Write(Requested.AddHours(2)))),
        new("expected_datetime", DataNull.Instance),
        new("address", new DataText("1 High Street")),
        new("address_id", new DataText("00712")),
        new("zipcode", new DataText("02139")),
        new("lat", new DataNumber($"42.3{Place}")),
        new("long", new DataNumber($"-71.0{Place}")),
        new("media_url", DataNull.Instance),
    ]);
}
