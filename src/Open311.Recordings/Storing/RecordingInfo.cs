using System.Text.Json.Serialization;

namespace Open311.Recordings.Storing;

/// <summary>Where a recording comes from: <c>recording.json</c>, <c>fixtures/schemas/recording.schema.json</c>.</summary>
public sealed record RecordingInfo
{
    /// <summary>The schema that is written.</summary>
    public const string PresentSchema = "open311-recording/1";

    /// <summary>Names what these members mean.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = PresentSchema;

    /// <summary>The endpoint that was recorded, without a trailing slash.</summary>
    public required string Source { get; init; }

    /// <summary>What must be known of the source beyond its address, such as that it is a simulation; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>When recording began.</summary>
    public required DateTimeOffset Recorded { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>How many exchanges there are. Set when it is written.</summary>
    public int Exchanges { get; init; }

    /// <summary>How it was made.</summary>
    public required RecordingKind Kind { get; init; }

    /// <summary>The version of what recorded.</summary>
    public required string Tool { get; init; }

    /// <summary>The software of the city as its answers name it; null when they do not.</summary>
    public string? Software { get; init; }

    /// <summary>The discovery document that was given; null for none.</summary>
    public string? Discovery { get; init; }

    /// <summary>The jurisdiction_ids sent, the first of them usually; empty when none was.</summary>
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    /// <summary>Whether the endpoint was said to serve several jurisdictions.</summary>
    public bool MultiJurisdiction { get; init; }

    /// <summary>Arguments added to every URL, without secrets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ExtraQuery { get; init; } = [];

    /// <summary>The extensions that were claimed for the endpoint.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The longest window of dates that was asked for, in days.</summary>
    public int MaxWindowDays { get; init; } = 90;

    /// <summary>Whether dates were sent without their zone.</summary>
    public bool ZonelessDates { get; init; }

    /// <summary>The most service definitions that were sampled.</summary>
    public int MaxDefinitions { get; init; } = 25;

    /// <summary>The seed of what was chosen when asking.</summary>
    public int Seed { get; init; } = 311;

    /// <summary>What the suite found when recording; null when it did not judge.</summary>
    public RecordedVerdict? Verdict { get; init; }

    /// <summary>How personal data was taken out; null when it was not.</summary>
    public ScrubSeal? Scrubbed { get; init; }
}
