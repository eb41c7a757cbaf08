using Open311.Conformance.Judging;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Posting;

/// <summary>Which services a run reports to: the operator's only, or else as few as will do.</summary>
sealed class ServiceChoice
{
    readonly IReadOnlyList<ServiceItem> open;

    public ServiceChoice(Survey survey, WriteOptions options)
    {
        open = options.ServiceCodes.Count == 0 ? [.. survey.Services.Where(s => s.Code is not null)] : [.. survey.Services.Where(s => s.Code is { } code && options.ServiceCodes.Contains(code))];
        Restricted = options.ServiceCodes.Count > 0;
        OnlyBlackbox = survey.Services.Count > 0 && survey.Services.All(s => IsOf(s, "blackbox"));
        Main = open.OrderBy(s => Rank(s)).ThenBy(s => IsForTests(s) ? 0 : 1).FirstOrDefault()?.Code ?? options.ServiceCodes.FirstOrDefault();
    }

    /// <summary>Whether the operator said which services may be used.</summary>
    public bool Restricted { get; }

    /// <summary>Whether every service that the city lists is of type blackbox, so that no report gets an id to be read back by.</summary>
    public bool OnlyBlackbox { get; }

    /// <summary>The service of most reports; null when none is known.</summary>
    public string? Main { get; }

    public string? Batch => open.Where(s => IsOf(s, "batch")).OrderBy(s => s.Metadata == true ? 1 : 0).FirstOrDefault()?.Code;

    public string? Blackbox => open.Where(s => IsOf(s, "blackbox")).OrderBy(s => s.Metadata == true ? 1 : 0).FirstOrDefault()?.Code;

    /// <summary>Services that have a definition, those of type realtime first.</summary>
    public IReadOnlyList<string> Defined => [.. open.Where(s => s.Metadata == true).OrderBy(s => IsOf(s, "batch") ? 1 : IsOf(s, "blackbox") ? 2 : 0).Select(s => s.Code!)];

    /// <summary>The type of a service as listed, in lower case; null when it is not known.</summary>
    public string? TypeOf(string? code) => open.FirstOrDefault(s => s.Code == code)?.Type?.ToLowerInvariant();

    /// <summary>Whether a service is listed with metadata.</summary>
    public bool HasDefinition(string? code) => open.FirstOrDefault(s => s.Code == code)?.Metadata == true;

    static int Rank(ServiceItem service) =>
        IsOf(service, "blackbox") ? 4 : IsOf(service, "batch") ? 3 : service.Metadata == true ? 1 : 0;

    static bool IsOf(ServiceItem service, string type) => string.Equals(service.Type, type, StringComparison.OrdinalIgnoreCase);

    static bool IsForTests(ServiceItem service) =>
        $"{service.Code} {service.Name}".Split([' ', '-', '_', '.', '/'], StringSplitOptions.RemoveEmptyEntries).Any(w => w.Equals("test", StringComparison.OrdinalIgnoreCase));
}
