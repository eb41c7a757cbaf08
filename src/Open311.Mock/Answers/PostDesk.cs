using System.Globalization;
using Open311.Mock.Cities;
using Open311.Mock.Life;
using Open311.Mock.Questions;
using Open311.Mock.Store;

namespace Open311.Mock.Answers;

/// <summary>Accepts or refuses a new service request (GeoReport v2, POST Service Request). A refused one leaves no trace.</summary>
internal sealed class PostDesk(City city, IRequestKeeper keeper, TimeProvider time, int seed)
{
    const int LongestDescription = 4000;

    /// <summary>The new request, and a task that is done when it is safe and can be read.</summary>
    public (ServiceRequest Request, Task Kept) Accept(Question question, string jurisdiction)
    {
        if (question.BodyType is { } type && type != "application/x-www-form-urlencoded")
            throw new Refusal(415, "The body must be application/x-www-form-urlencoded.");
        var form = question.Form;
        if (form.Value("api_key") is not { } key || !city.Keys.Contains(key))
            throw new Refusal(403, "The api_key was not provided or is not valid.");
        if (form.Value("service_code") is not { } code)
            throw new Refusal(400, "The service_code was not provided.");
        var service = city.Services.FirstOrDefault(s => s.Code == code && s.Jurisdictions.Contains(jurisdiction))
            ?? throw new Refusal(404, "The service_code was not found.");
        var problems = Problems(form, service).ToArray();
        if (problems.Length > 0)
            throw new Refusal(400, problems);
        var now = time.GetUtcNow();
        return keeper.Keep(number => Make(form, service, jurisdiction, now, number));
    }

    static IEnumerable<string> Problems(Arguments form, Service service)
    {
        var located = form.Value("lat") is not null && form.Value("long") is not null;
        if (!located && form.Value("address_string") is null && form.Value("address_id") is null)
            yield return "No location was provided: send lat and long, address_string or address_id.";
        if (form.Value("lat") is { } lat && !(Degrees(lat) is >= -90 and <= 90))
            yield return "lat must be WGS84 decimal degrees between -90 and 90.";
        if (form.Value("long") is { } @long && !(Degrees(@long) is >= -180 and <= 180))
            yield return "long must be WGS84 decimal degrees between -180 and 180.";
        if (form.Value("description") is { } text && text.EnumerateRunes().Count() > LongestDescription)
            yield return $"The description is longer than {LongestDescription} characters.";
        foreach (var attribute in service.Attributes)
        {
            var given = Given(form, attribute.Code);
            if (attribute.Required && given.Count == 0)
                yield return $"The required attribute {attribute.Code} was not provided.";
            if (attribute.IsList && given.Any(key => attribute.Values.All(v => v.Key != key)))
                yield return $"The attribute {attribute.Code} has a value that its definition does not list.";
        }
    }

    static IReadOnlyList<string> Given(Arguments form, string code) =>
        [.. form.Pairs.Where(p => p.Key == $"attribute[{code}]" || p.Key == $"attribute[{code}][]").Select(p => p.Value.Trim()).Where(v => v.Length > 0)];

    static decimal? Degrees(string text) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    ServiceRequest Make(Arguments form, Service service, string jurisdiction, DateTimeOffset now, long number)
    {
        var requested = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var random = new Random(unchecked((seed * 486187739) + (int)number));
        var listed = service.Type == ServiceType.Batch ? now + (service.IdAfter ?? city.Requests.BatchDelay) : now;
        var located = form.Value("lat") is not null && form.Value("long") is not null;
        return new ServiceRequest
        {
            Sequence = number,
            Id = service.Type == ServiceType.Blackbox ? "" : service.IdForm
                .Replace("{number}", number.ToString(CultureInfo.InvariantCulture))
                .Replace("{year}", requested.Year.ToString(CultureInfo.InvariantCulture)),
            Token = service.Type == ServiceType.Batch ? $"t{number:x}{random.Next(0x10000):x4}" : "",
            Jurisdiction = jurisdiction,
            Service = service,
            Description = form.Value("description") ?? "",
            Requested = requested,
            Updated = requested,
            Expected = service.ExpectedDays is { } days ? requested.AddDays(days) : null,
            Address = form.Value("address_string") ?? "",
            AddressId = form.Value("address_id") ?? "",
            Lat = located ? Degrees(form.Value("lat")!) : null,
            Long = located ? Degrees(form.Value("long")!) : null,
            MediaUrl = form.Value("media_url") ?? "",
            Listed = listed,
            Course = service.Type == ServiceType.Blackbox ? [] : LifePlanner.Plan(city, service, listed, random),
        };
    }
}
