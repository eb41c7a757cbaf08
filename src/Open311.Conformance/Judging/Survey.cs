using Open311.Conformance.Asking;
using Open311.Protocol;

namespace Open311.Conformance.Judging;

/// <summary>What is known of a target before the cases run: gathered once, in a fixed order, from plain reads only.</summary>
public sealed record Survey
{
    IReadOnlyList<RequestItem>? chosen;

    /// <summary>The format that facts are taken from: XML, or JSON where no XML can be read.</summary>
    public DataFormat Primary { get; init; }

    /// <summary>What discovery says.</summary>
    public required DiscoveryFacts Discovery { get; init; }

    /// <summary>Whether the JSON of the endpoint is judged.</summary>
    public bool JsonJudged { get; init; }

    /// <summary>Why, or why not: one sentence.</summary>
    public string JsonReason { get; init; } = "";

    /// <summary>Why the list of services cannot be used; null when it can.</summary>
    public Blocker? ServicesBlocker { get; init; }

    /// <summary>The services listed.</summary>
    public IReadOnlyList<ServiceItem> Services { get; init; } = [];

    /// <summary>Codes of services with metadata=true whose definitions are read: all, or a seeded sample.</summary>
    public IReadOnlyList<string> DefinedCodes { get; init; } = [];

    /// <summary>Codes of services with metadata=false whose definitions are tried: all, or a seeded sample.</summary>
    public IReadOnlyList<string> PlainCodes { get; init; } = [];

    /// <summary>Why the list of requests cannot be used; null when it can.</summary>
    public Blocker? RequestsBlocker { get; init; }

    /// <summary>The list of requests asked without arguments; null when it cannot be used.</summary>
    public RequestList? DefaultList { get; init; }

    /// <summary>Requests with an id, known from the default list and, where that holds but a few, from earlier windows; newest first.</summary>
    public IReadOnlyList<RequestItem> Known { get; init; } = [];

    /// <summary>
    /// What was requested before this instant has come to rest: an hour before the run or, in a city so young that it holds nothing
    /// that old, the run itself.
    /// </summary>
    public DateTimeOffset Settled { get; init; }

    /// <summary>A request made more than 90 days ago; null when none was found.</summary>
    public RequestItem? Old { get; init; }

    /// <summary>A closed window of the past with known content; null when there are no usable requests.</summary>
    public RequestWindow? Window { get; init; }

    /// <summary>A service_code of the usual shape that is not listed.</summary>
    public string UnknownCode { get; init; } = "";

    /// <summary>A service_request_id of the usual shape that does not exist; null when none could be made sure of.</summary>
    public string? UnknownId { get; init; }

    /// <summary>A word that occurs nowhere, for values without shape.</summary>
    public string Nonce { get; init; } = "";

    /// <summary>Choices made and facts a reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether JSON, or whatever else a format depends on, is judged in this run.</summary>
    public bool Judges(DataFormat format) => format == DataFormat.Xml || JsonJudged;

    /// <summary>Requests to try things with, in the order in which they are tried: the same for every rule of a run, so found once.</summary>
    internal IReadOnlyList<RequestItem> Chosen(Func<IReadOnlyList<RequestItem>> choose) => chosen ??= choose();
}
