using System.Globalization;
using Open311.Mock.Cities;
using Open311.Mock.Life;
using Open311.Mock.Questions;
using Open311.Mock.Store;

namespace Open311.Mock.Answers;

/// <summary>Accepts or refuses a new service request (GeoReport v2, POST Service Request). A refused one leaves no trace.</summary>
internal sealed class PostDesk(City city, IRequestKeeper keeper, TimeProvider time, int seed)
{
    static readonly string[] Contacts = ["email", "device_id", "account_id", "first_name", "last_name", "phone"];

    /// <summary>The new request, and a task that is done when it is safe and can be read.</summary>
    public (ServiceRequest Request, Task Kept) Accept(Question question, string jurisdiction)
    {
        var form = question.Form;
        if (form.Value("api_key") is not { } key || !city.Keys.Contains(key))
            throw new Refusal(403, "The api_key was not provided or is not valid.");
        if (form.Value("service_code") is not { } code)
            throw new Refusal(400, "The service_code was not provided.");
        var service = city.Services.FirstOrDefault(s => s.Code == code && s.Jurisdictions.Contains(jurisdiction))
            ?? throw new Refusal(404, "The service_code was not found.");
        var problems = PostRules.Problems(form, service).ToArray();
        if (problems.Length > 0)
            throw new Refusal(400, problems);
        var now = time.GetUtcNow();
        return keeper.Keep(number => Make(form, service, jurisdiction, now, number));
    }

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
            Description = form.Text("description") ?? "",
            Requested = requested,
            Updated = requested,
            Expected = service.ExpectedDays is { } days ? requested.AddDays(days) : null,
            Address = form.Text("address_string") ?? "",
            AddressId = form.Text("address_id") ?? "",
            Lat = located ? PostRules.Degrees(form.Value("lat")!) : null,
            Long = located ? PostRules.Degrees(form.Value("long")!) : null,
            MediaUrl = form.Value("media_url") ?? "",
            Listed = listed,
            Submission = Sent(form, service),
            Course = service.Type == ServiceType.Blackbox ? [] : LifePlanner.Plan(city, service, listed, random),
        };
    }

    static Submission? Sent(Arguments form, Service service)
    {
        KeyValuePair<string, IReadOnlyList<string>>[] attributes =
        [
            .. from attribute in service.Attributes
               where attribute.Variable
               let values = AttributeRules.Given(form, attribute.Code)
               where values.Count > 0
               select KeyValuePair.Create(attribute.Code, values),
        ];
        KeyValuePair<string, string>[] contact =
            [.. from name in Contacts let text = form.Text(name) where text is not null select KeyValuePair.Create(name, text)];
        return attributes.Length + contact.Length == 0 ? null : new Submission(attributes, contact);
    }
}
