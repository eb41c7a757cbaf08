using Open311.Mock.Cities;

namespace Open311.Mock.Running;

/// <summary>Turns a city into the edition that is asked for.</summary>
internal static class CityVariant
{
    /// <exception cref="CityException">The city has too few jurisdictions or services for what is asked.</exception>
    public static City Of(City city, CityMode? mode, ServiceTypeMode? types) => Typed(Moded(city, mode), types);

    static City Moded(City city, CityMode? mode)
    {
        if (mode == CityMode.Multi && city.Jurisdictions.Count == 1)
        {
            throw new CityException(
                $"The city {city.Name} has one jurisdiction, and several were asked for. Choose a city with several, such as two-rivers, or add one to its file.");
        }

        if (mode != CityMode.Single || city.Jurisdictions.Count == 1)
            return city;
        var only = city.Jurisdictions[0];
        return city with
        {
            Jurisdictions = [only],
            Services = [.. city.Services.Where(s => s.Jurisdictions.Contains(only.Id)).Select(s => s with { Jurisdictions = [only.Id] })],
        };
    }

    static City Typed(City city, ServiceTypeMode? types) => types switch
    {
        null => city,
        ServiceTypeMode.Mixed when Enum.GetValues<ServiceType>().All(type => city.Services.Any(s => s.Type == type)) => city,
        ServiceTypeMode.Mixed when city.Services.Count < 3 => throw new CityException(
            $"The city {city.Name} has {city.Services.Count} services, and a mixture of the types realtime, batch and blackbox needs three. Add services to its file."),
        // The last two become the rarer kinds, so that most of the city stays visible at once.
        ServiceTypeMode.Mixed => city with { Services = [.. city.Services.Select((s, i) => s with { Type = Mixed(i, city.Services.Count) })] },
        ServiceTypeMode.Batch => With(city, ServiceType.Batch),
        ServiceTypeMode.Blackbox => With(city, ServiceType.Blackbox),
        _ => With(city, ServiceType.Realtime),
    };

    static ServiceType Mixed(int index, int count) => (count - index) switch
    {
        1 => ServiceType.Blackbox,
        2 => ServiceType.Batch,
        _ => ServiceType.Realtime,
    };

    static City With(City city, ServiceType type) => city with { Services = [.. city.Services.Select(s => s with { Type = type })] };
}
