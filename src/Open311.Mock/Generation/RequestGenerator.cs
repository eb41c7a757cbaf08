using System.Globalization;
using Open311.Mock.Cities;
using Open311.Mock.Life;
using Open311.Mock.Store;

namespace Open311.Mock.Generation;

/// <summary>Makes up the requests of a city: the same for the same city, seed and clock.</summary>
internal sealed class RequestGenerator(City city, int seed, DateTimeOffset now)
{
    // No request is about 90 days old at the start, so that two calls a minute apart give the same default window.
    static readonly TimeSpan Gap = TimeSpan.FromHours(20);

    static readonly TimeSpan Window = TimeSpan.FromDays(90);

    // Nothing happens just around the start, so that two calls a minute apart see the same.
    static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    readonly Random random = new(seed);

    public IReadOnlyList<ServiceRequest> Generate()
    {
        var number = city.Requests.FirstNumber;
        var requests = new List<ServiceRequest>();
        var taken = new HashSet<(string, string)>();
        foreach (var age in Ages())
        {
            do
                number += random.Next(1, 4);
            while (!TryMake(number, age, taken, requests));
        }

        return requests;
    }

    // Id forms may make the same id of different numbers.
    bool TryMake(int number, TimeSpan age, HashSet<(string, string)> taken, List<ServiceRequest> requests)
    {
        var request = Make(number, age);
        if (!taken.Add((request.Jurisdiction, request.Id)))
            return false;
        requests.Add(request);
        return true;
    }

    IEnumerable<TimeSpan> Ages()
    {
        var services = city.Services.Any(s => s.Weight > 0);
        var recent = services ? city.Requests.Recent : 0;
        var longest = TimeSpan.FromDays(city.Requests.Days);
        var recentSpan = longest < Window - Gap ? longest : Window - Gap;
        var older = longest > Window + Gap ? (int)(recent * ((longest - Window - Gap) / Window)) : 0;
        var first = TimeSpan.FromMinutes(10);
        return Enumerable.Range(0, recent).Select(_ => Between(first, recentSpan))
            .Concat(Enumerable.Range(0, older).Select(_ => Between(Window + Gap, longest)))
            .OrderDescending()
            .ToArray();
    }

    ServiceRequest Make(int number, TimeSpan age)
    {
        var service = PickService();
        var chosen = Pick(service.Jurisdictions);
        var jurisdiction = city.Jurisdictions.First(j => j.Id == chosen);
        var requested = Rounded(now - city.Requests.Ago - age);
        var course = Calm(LifePlanner.Plan(city, service, requested, random));
        var place = jurisdiction.Area;
        var located = random.Next(30) != 0;
        var addressed = !located || random.Next(5) != 0;
        var request = new ServiceRequest
        {
            Sequence = number,
            // Blackbox says that a POST gives no id; what the city lists of its own has one.
            Id = service.IdForm
                .Replace("{number}", number.ToString(CultureInfo.InvariantCulture))
                .Replace("{year}", requested.Year.ToString(CultureInfo.InvariantCulture)),
            Jurisdiction = jurisdiction.Id,
            Service = service,
            Description = service.Descriptions.Count == 0 ? "" : Pick(service.Descriptions),
            Requested = requested,
            Updated = requested,
            Expected = service.ExpectedDays is { } days ? requested.AddDays(days) : null,
            Address = addressed ? $"{random.Next(1, 250)} {Pick(jurisdiction.Streets)}, {jurisdiction.Place}" : "",
            AddressId = addressed && random.Next(3) == 0 ? $"{random.Next(1, 99999):D6}" : "",
            Zipcode = addressed ? Pick(jurisdiction.Zipcodes) : "",
            Lat = located ? Coordinate(place.South, place.North) : null,
            Long = located ? Coordinate(place.West, place.East) : null,
            MediaUrl = random.Next(6) == 0 ? $"https://media.{jurisdiction.Id}/photos/{number}.jpg" : "",
            Token = service.Type == ServiceType.Batch ? $"t{number:x}{random.Next(0x10000):x4}" : "",
            Listed = requested,
            Course = course,
        };
        return LifeState.At(request, now);
    }

    LifeEvent[] Calm(IReadOnlyList<LifeEvent> course)
    {
        var calm = course.ToArray();
        for (var i = 0; i < calm.Length; i++)
        {
            var at = calm[i].At > now - Quiet && calm[i].At < now + Quiet ? Rounded(calm[i].At + (2 * Quiet)) : calm[i].At;
            calm[i] = calm[i] with { At = i > 0 && calm[i - 1].At > at ? calm[i - 1].At : at };
        }

        return calm;
    }

    Service PickService()
    {
        var pick = random.Next(city.Services.Sum(s => s.Weight));
        foreach (var service in city.Services)
        {
            pick -= service.Weight;
            if (pick < 0)
                return service;
        }

        return city.Services[^1];
    }

    T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    TimeSpan Between(TimeSpan from, TimeSpan to) => to <= from ? from : from + ((to - from) * random.NextDouble());

    decimal Coordinate(decimal from, decimal to) => decimal.Round(from + ((to - from) * (decimal)random.NextDouble()), 6);

    DateTimeOffset Rounded(DateTimeOffset time)
    {
        var unit = city.Requests.Milliseconds ? TimeSpan.TicksPerMillisecond : TimeSpan.TicksPerSecond;
        return new(time.UtcTicks - (time.UtcTicks % unit), TimeSpan.Zero);
    }
}
