using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;
using Open311.Reporting.Redaction;

namespace Open311.Reporting.Bundles;

/// <summary>Everything that was said about the endpoint; secrets are masked as they are in the evidence.</summary>
sealed record ManifestTarget
{
    public required string Endpoint { get; init; }

    public required string? Discovery { get; init; }

    public required IReadOnlyList<string> Jurisdictions { get; init; }

    public required bool MultiJurisdiction { get; init; }

    /// <summary>Whether a key was used. The key itself is never written.</summary>
    public required bool ApiKeyGiven { get; init; }

    public required IReadOnlyList<string> Classes { get; init; }

    public required IReadOnlyList<string> Only { get; init; }

    public required IReadOnlyList<ManifestPair> ExtraQuery { get; init; }

    public required IReadOnlyList<ManifestPair> ExtraHeaders { get; init; }

    public required int MaxWindowDays { get; init; }

    public required bool ZonelessDates { get; init; }

    public required IReadOnlyList<string> Extensions { get; init; }

    public required ManifestWrites Writes { get; init; }

    public static ManifestTarget Of(Target target, SecretMask mask) => new()
    {
        Endpoint = mask.Apply(target.Endpoint.OriginalString),
        Discovery = target.Discovery is { } discovery ? mask.Apply(discovery.OriginalString) : null,
        Jurisdictions = [.. target.Jurisdictions.Select(mask.Apply)],
        MultiJurisdiction = target.MultiJurisdiction,
        ApiKeyGiven = target.ApiKey is not null,
        Classes = target.Classes,
        Only = target.Only,
        ExtraQuery = [.. target.ExtraQuery.Select(q => new ManifestPair(q.Key, mask.Apply(q.Value)))],
        ExtraHeaders = [.. target.ExtraHeaders.Select(h => new ManifestPair(h.Key, mask.Apply(h.Value)))],
        MaxWindowDays = target.MaxWindowDays,
        ZonelessDates = target.ZonelessDates,
        Extensions = target.Extensions,
        Writes = ManifestWrites.Of(target.Writes, mask),
    };

    public Target Read() => new()
    {
        Endpoint = Url(Endpoint),
        Discovery = Discovery is { } discovery ? Url(discovery) : null,
        Jurisdictions = Jurisdictions,
        MultiJurisdiction = MultiJurisdiction,
        ApiKey = ApiKeyGiven ? SecretMask.Mask : null,
        Classes = Classes,
        Only = Only,
        ExtraQuery = [.. ExtraQuery.Select(q => KeyValuePair.Create(q.Name, q.Value))],
        ExtraHeaders = [.. ExtraHeaders.Select(h => KeyValuePair.Create(h.Name, h.Value))],
        MaxWindowDays = Math.Clamp(MaxWindowDays, 2, 90),
        ZonelessDates = ZonelessDates,
        Extensions = Extensions,
        Writes = Writes.Read(),
    };

    static Uri Url(string text) => ProbeUrl.TryExact(text, out _)
        ? new Uri(text)
        : throw new BundleException("The manifest names an endpoint that is no http or https URL.");
}
