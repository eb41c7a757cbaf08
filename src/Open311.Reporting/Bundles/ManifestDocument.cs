namespace Open311.Reporting.Bundles;

/// <summary><c>manifest.json</c>; its schema is <c>fixtures/schemas/bundle.schema.json</c>.</summary>
sealed record ManifestDocument
{
    public const string Version = "open311-bundle/1";

    public required string Schema { get; init; }

    public required ManifestTool Tool { get; init; }

    public required ManifestSet RequirementSet { get; init; }

    /// <summary>The instant everything was judged by.</summary>
    public required DateTimeOffset Clock { get; init; }

    public required DateTimeOffset Finished { get; init; }

    public required int Seed { get; init; }

    /// <summary>The buyer's profile; null when none was asked for.</summary>
    public required ManifestProfile? Profile { get; init; }

    /// <summary>The language of the reports for people, such as <c>en</c>.</summary>
    public required string Language { get; init; }

    public required ManifestTarget Target { get; init; }

    public required ManifestSettings Settings { get; init; }

    public required ManifestRun Run { get; init; }

    /// <summary>How many exchanges <c>exchanges.har</c> holds.</summary>
    public required int Exchanges { get; init; }

    /// <summary>Every other member but signature and checksums, by name.</summary>
    public required IReadOnlyList<ManifestMember> Members { get; init; }
}
