namespace Open311.Mock.Answers;

/// <summary>Ways to answer wrongly that no change of a finished answer could bring about. All off in a correct city.</summary>
internal sealed record Misbehaviour
{
    /// <summary>Arguments that have no effect.</summary>
    public IReadOnlyList<string> IgnoredArguments { get; init; } = [];

    /// <summary>Arguments whose empty value is taken for a value.</summary>
    public IReadOnlyList<string> EmptyIsValue { get; init; } = [];

    /// <summary>Arguments of whose comma list only the first item counts.</summary>
    public IReadOnlyList<string> OnlyFirstOfList { get; init; } = [];

    /// <summary>Arguments whose comma list is taken as one value.</summary>
    public IReadOnlyList<string> ListIsOneValue { get; init; } = [];

    /// <summary>Single requests and definitions are at /request/ID and /service/CODE only.</summary>
    public bool SingularPaths { get; init; }

    /// <summary>A list of ids with an unknown one among them gives nothing.</summary>
    public bool UnknownIdSpoilsList { get; init; }

    /// <summary>Dates select by updated_datetime.</summary>
    public bool FilterByUpdated { get; init; }

    /// <summary>Filters are combined with OR.</summary>
    public bool AnyFilterSuffices { get; init; }

    /// <summary>start_date is exclusive.</summary>
    public bool StartExclusive { get; init; }

    /// <summary>end_date is exclusive.</summary>
    public bool EndExclusive { get; init; }

    /// <summary>The zone of a date argument is dropped and read as UTC.</summary>
    public bool ZoneIgnored { get; init; }

    /// <summary>Date arguments must have the form <c>YYYY-MM-DDThh:mm:ssZ</c>, or they are refused.</summary>
    public bool OnlyPlainDates { get; init; }

    /// <summary>Ids are combined with the other filters.</summary>
    public bool IdsObeyFilters { get; init; }

    /// <summary>Ids select only within the default window.</summary>
    public bool IdsObeyWindow { get; init; }

    /// <summary>The status listed when none is asked for; empty for both.</summary>
    public string DefaultStatus { get; init; } = "";

    /// <summary>The limit cuts before the filters select.</summary>
    public bool CutBeforeFilter { get; init; }

    /// <summary>A single request older than this many days is gone; 0 for never.</summary>
    public int ForgetAfterDays { get; init; }

    /// <summary>The single request obeys the filter arguments.</summary>
    public bool FiltersOnSingle { get; init; }

    /// <summary>An empty list is answered with 404.</summary>
    public bool EmptyIsNotFound { get; init; }

    /// <summary>Unknown arguments are refused with 400.</summary>
    public bool UnknownArgumentsRefused { get; init; }

    /// <summary>Reads need the api_key.</summary>
    public bool KeyOnReads { get; init; }

    /// <summary>The single jurisdiction must be named.</summary>
    public bool JurisdictionDemanded { get; init; }

    /// <summary>Codes in the path are compared without regard to what follows their last dot.</summary>
    public bool DotEndsKey { get; init; }

    /// <summary>Percent-encoding in the path is not undone.</summary>
    public bool PathNotDecoded { get; init; }

    /// <summary>Reading a single request moves its updated_datetime to the time of reading.</summary>
    public bool ReadingUpdates { get; init; }

    /// <summary>Requests of every jurisdiction are answered for each.</summary>
    public bool JurisdictionsMixed { get; init; }

    /// <summary>Any extension is answered as if it were xml.</summary>
    public bool UnknownExtensionIsXml { get; init; }

    /// <summary>Days listed when no dates are given; 0 for as many as a window may span.</summary>
    public int DefaultDays { get; init; }
}
