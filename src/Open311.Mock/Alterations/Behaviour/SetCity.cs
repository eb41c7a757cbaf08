using Open311.Mock.Cities;
using Open311.Mock.Fixtures;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>
/// Serves other data: <c>recent</c> and <c>days</c> of requests, the last of them so many days <c>ago</c>, with ids of another <c>id_form</c>
/// (<c>{number}</c>, <c>{year}</c>) and codes of another <c>code_form</c> (<c>{value}</c>), no <c>closed</c> ones, times with
/// <c>milliseconds</c>, only some <c>services</c> or <c>types</c> of them, no <c>definitions</c>, several <c>copies</c> of each service.
/// </summary>
internal sealed class SetCity(YamlMap map) : Alteration
{
    readonly int? recent = map.Has("recent") ? map.Whole("recent", 0) : null;
    readonly int? days = map.Has("days") ? map.Whole("days", 0) : null;
    readonly int ago = map.Whole("ago", 0);
    readonly string? ids = map.OptionalText("id_form");
    readonly string? codes = map.OptionalText("code_form");
    readonly bool milliseconds = map.Flag("milliseconds", false);
    readonly IReadOnlyList<string> services = map.Texts("services");
    readonly IReadOnlyList<string> types = map.Texts("types");
    readonly bool closed = map.Flag("closed", true);
    readonly bool definitions = map.Flag("definitions", true);
    readonly int copies = map.Whole("copies", 1);

    public override City Change(City city) => city with
    {
        Requests = city.Requests with
        {
            Recent = recent ?? city.Requests.Recent,
            Days = days ?? city.Requests.Days,
            Ago = TimeSpan.FromDays(ago) + city.Requests.Ago,
            Closed = closed && city.Requests.Closed,
            Milliseconds = milliseconds || city.Requests.Milliseconds,
        },
        Services = [.. city.Services.Where(Kept).Select(Plain).Select(Named).SelectMany(Copies)],
    };

    bool Kept(Service service) =>
        (services.Count == 0 || services.Contains(service.Code)) && (types.Count == 0 || types.Contains(service.Type.ToString().ToLowerInvariant()));

    Service Plain(Service service) => definitions ? service : service with { Attributes = [] };

    Service Named(Service service) => service with
    {
        Code = codes?.Replace("{value}", service.Code) ?? service.Code,
        IdForm = ids ?? service.IdForm,
    };

    IEnumerable<Service> Copies(Service service) => Enumerable.Range(0, copies).Select(i => i == 0 ? service : service with
    {
        Code = $"{service.Code}-{i}",
        Name = $"{service.Name} {i}",
        Weight = 0,
    });
}
