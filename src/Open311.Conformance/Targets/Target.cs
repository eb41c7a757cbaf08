namespace Open311.Conformance.Targets;

/// <summary>Everything an operator must say about the endpoint under test.</summary>
public sealed record Target
{
    /// <summary>The endpoint, without a trailing slash: resources are asked at <c>{Endpoint}/services.xml</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The discovery base or document given by the operator; null to look in the obvious places.</summary>
    public Uri? Discovery { get; init; }

    /// <summary>The jurisdiction ids, the one to test with first; empty when none is sent.</summary>
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    /// <summary>Whether the endpoint serves several jurisdictions; nothing in discovery tells.</summary>
    public bool MultiJurisdiction { get; init; }

    /// <summary>The operator's API key; never written to any report.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The conformance classes to judge; empty for every class that can be decided.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Globs over requirement and case ids; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Query arguments added to every request to the endpoint.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ExtraQuery { get; init; } = [];

    /// <summary>Headers added to every request to the endpoint.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ExtraHeaders { get; init; } = [];

    /// <summary>The longest window of dates, in days, that the endpoint answers; 90 as in the specification unless the operator knows better.</summary>
    public int MaxWindowDays { get; init; } = 90;

    /// <summary>A window that the endpoint surely answers, a day shorter than the longest, and no longer than what is wanted.</summary>
    /// <param name="days">What is wanted.</param>
    public TimeSpan Window(int days) => TimeSpan.FromDays(Math.Min(days, MaxWindowDays - 1));

    /// <summary>Whether dates are sent without their zone, because the endpoint refuses it.</summary>
    public bool ZonelessDates { get; init; }

    /// <summary>The extensions that the operator claims, by <see cref="ExtensionName"/>: these must work. Others are judged where they are found.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>What may be posted, and with what.</summary>
    public WriteOptions Writes { get; init; } = new();

    /// <summary>Whether the operator declares that the endpoint serves several jurisdictions.</summary>
    public bool HasSeveralJurisdictions => MultiJurisdiction || Jurisdictions.Count > 1;
}
