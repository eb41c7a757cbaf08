using Open311.Mock.Cities;

namespace Open311.Mock.Persistence;

/// <summary>Finds the services of kept requests. One that the city no longer offers lives on in its requests.</summary>
internal sealed class ServiceDirectory(City city)
{
    readonly Dictionary<string, Service> byCode = city.Services.ToDictionary(s => s.Code);
    readonly Dictionary<(string Code, string Name), Service> retired = [];

    public Service Find(string code, string name, string jurisdiction)
    {
        if (byCode.TryGetValue(code, out var service))
            return service;
        if (!retired.TryGetValue((code, name), out service))
            retired[(code, name)] = service = new Service { Code = code, Name = name, Jurisdictions = [jurisdiction] };
        return service;
    }
}
