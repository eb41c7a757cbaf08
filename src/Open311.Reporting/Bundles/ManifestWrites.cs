using Open311.Conformance.Targets;
using Open311.Reporting.Redaction;

namespace Open311.Reporting.Bundles;

/// <summary>What was said about posting.</summary>
sealed record ManifestWrites
{
    public required bool Allowed { get; init; }

    public required bool Production { get; init; }

    public required int MaxPosts { get; init; }

    public required IReadOnlyList<string> ServiceCodes { get; init; }

    public required decimal? Lat { get; init; }

    public required decimal? Long { get; init; }

    public required string? Address { get; init; }

    public required string? AddressId { get; init; }

    public required string? Email { get; init; }

    public required bool Moderated { get; init; }

    public required bool NonSpatial { get; init; }

    public required double PollTimeout { get; init; }

    public required bool PollTimeoutGiven { get; init; }

    public required string KeyPlace { get; init; }

    public required string KeyHeader { get; init; }

    public required IReadOnlyList<ManifestPair> ExtraForm { get; init; }

    public static ManifestWrites Of(WriteOptions writes, SecretMask mask) => new()
    {
        Allowed = writes.Allowed,
        Production = writes.Production,
        MaxPosts = writes.MaxPosts,
        ServiceCodes = writes.ServiceCodes,
        Lat = writes.Place?.Lat,
        Long = writes.Place?.Long,
        Address = writes.Address,
        AddressId = writes.AddressId,
        Email = writes.Email is { } email ? mask.Apply(email) : null,
        Moderated = writes.Moderated,
        NonSpatial = writes.NonSpatial,
        PollTimeout = writes.PollTimeout.TotalSeconds,
        PollTimeoutGiven = writes.PollTimeoutGiven,
        KeyPlace = writes.KeyPlace.ToString().ToLowerInvariant(),
        KeyHeader = writes.KeyHeader,
        ExtraForm = [.. writes.ExtraForm.Select(f => new ManifestPair(f.Key, mask.Apply(f.Value)))],
    };

    public WriteOptions Read() => new()
    {
        Allowed = Allowed,
        Production = Production,
        MaxPosts = MaxPosts,
        ServiceCodes = ServiceCodes,
        Place = Lat is { } lat && Long is { } @long ? (lat, @long) : null,
        Address = Address,
        AddressId = AddressId,
        Email = Email,
        Moderated = Moderated,
        NonSpatial = NonSpatial,
        PollTimeout = TimeSpan.FromSeconds(Math.Clamp(PollTimeout, 0, 3600)),
        PollTimeoutGiven = PollTimeoutGiven,
        KeyPlace = Enum.TryParse<KeyPlace>(KeyPlace, ignoreCase: true, out var place) && Enum.IsDefined(place)
            ? place
            : throw new BundleException("The manifest names a place for the key that does not exist."),
        KeyHeader = KeyHeader,
        ExtraForm = [.. ExtraForm.Select(f => KeyValuePair.Create(f.Name, f.Value))],
    };
}
