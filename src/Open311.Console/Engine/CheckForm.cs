namespace Open311.WebConsole.Engine;

/// <summary>A check as somebody filled in the form: texts as typed, empty where nothing was.</summary>
public sealed record CheckForm
{
    /// <summary>The endpoint.</summary>
    public string Url { get; init; } = "";

    /// <summary>The discovery document.</summary>
    public string Discovery { get; init; } = "";

    /// <summary>jurisdiction_ids, with commas or blanks between them.</summary>
    public string Jurisdiction { get; init; } = "";

    /// <summary>The API key. Held in memory until the run ends, and never written down or shown.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>The conformance classes to judge; empty for all that can be decided.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Consent to post test reports.</summary>
    public bool AllowWrites { get; init; }

    /// <summary>Consent to post them to an endpoint in production, too.</summary>
    public bool Production { get; init; }

    /// <summary>The most reports that may be posted.</summary>
    public string MaxPosts { get; init; } = "";

    /// <summary>The only service that may be reported to.</summary>
    public string ServiceCode { get; init; } = "";

    /// <summary>Latitude of a place inside the service area.</summary>
    public string Lat { get; init; } = "";

    /// <summary>Longitude of that place.</summary>
    public string Long { get; init; } = "";

    /// <summary>The contact address in test reports.</summary>
    public string Email { get; init; } = "";

    /// <summary>The name of a shipped buyer's profile.</summary>
    public string Profile { get; init; } = "";

    /// <summary>The tag of the language of the reports.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether the report is printed to PDF, too.</summary>
    public bool Pdf { get; init; }
}
