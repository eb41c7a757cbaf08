using Open311.Mock.Cities;
using Open311.Mock.Life;
using Open311.Mock.Running;
using Open311.Mock.Store;

namespace Open311.Mock.Persistence;

/// <summary>Turns what is kept into what is written down, and back.</summary>
internal static class StateMapper
{
    public static RequestState Write(ServiceRequest r) => new()
    {
        Sequence = r.Sequence,
        Id = Filled(r.Id),
        Jurisdiction = r.Jurisdiction,
        ServiceCode = r.Service.Code,
        ServiceName = r.Service.Name,
        Description = Filled(r.Description),
        Requested = r.Requested,
        Listed = r.Listed,
        Expected = r.Expected,
        Address = Filled(r.Address),
        AddressId = Filled(r.AddressId),
        Zipcode = Filled(r.Zipcode),
        Lat = r.Lat,
        Long = r.Long,
        MediaUrl = Filled(r.MediaUrl),
        Token = Filled(r.Token),
        Course = r.Course.Count == 0 ? null : [.. r.Course.Select(e => new EventState(e.At, e.Closed ? "closed" : "open", Filled(e.Notes)))],
        Attributes = r.Submission is { Attributes.Count: > 0 } sent ? [.. sent.Attributes.Select(a => new ValuesState(a.Key, a.Value))] : null,
        Contact = r.Submission is { Contact.Count: > 0 } from ? [.. from.Contact.Select(c => new ValuesState(c.Key, [c.Value]))] : null,
    };

    public static ServiceRequest Read(RequestState s, ServiceDirectory services) => new()
    {
        Sequence = s.Sequence,
        Id = s.Id ?? "",
        Jurisdiction = s.Jurisdiction,
        Service = services.Find(s.ServiceCode, s.ServiceName, s.Jurisdiction),
        Description = s.Description ?? "",
        Requested = s.Requested.ToUniversalTime(),
        Updated = s.Requested.ToUniversalTime(),
        Listed = s.Listed.ToUniversalTime(),
        Expected = s.Expected?.ToUniversalTime(),
        Address = s.Address ?? "",
        AddressId = s.AddressId ?? "",
        Zipcode = s.Zipcode ?? "",
        Lat = s.Lat,
        Long = s.Long,
        MediaUrl = s.MediaUrl ?? "",
        Token = s.Token ?? "",
        Course = s.Course is { } course ? [.. course.Select(e => new LifeEvent(e.At.ToUniversalTime(), e.Status == "closed", e.Notes ?? ""))] : [],
        Submission = s.Attributes is null && s.Contact is null ? null : new Submission(
            [.. (s.Attributes ?? []).Select(a => KeyValuePair.Create(a.Name, a.Values))],
            [.. (s.Contact ?? []).SelectMany(c => c.Values.Select(v => KeyValuePair.Create(c.Name, v)))]),
    };

    public static ClockState Write(ClockSetting setting) => new(setting.Frozen, setting.Ahead.Ticks / (decimal)TimeSpan.TicksPerSecond);

    public static ClockSetting Read(ClockState state) => new(state.Frozen?.ToUniversalTime(), TimeSpan.FromTicks((long)(state.AheadSeconds * TimeSpan.TicksPerSecond)));

    static string? Filled(string text) => text.Length == 0 ? null : text;
}
