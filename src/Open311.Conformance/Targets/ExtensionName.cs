namespace Open311.Conformance.Targets;

/// <summary>The names by which an operator says which extensions an endpoint claims.</summary>
public static class ExtensionName
{
    /// <summary>page and page_size.</summary>
    public const string Paging = "paging";

    /// <summary>updated_after and updated_before.</summary>
    public const string Updated = "updated";

    /// <summary>extensions=true.</summary>
    public const string Attributes = "attributes";

    /// <summary>Uploads with a POST.</summary>
    public const string Media = "media";

    /// <summary>servicerequestupdates, as FixMyStreet and the servers beside it have it.</summary>
    public const string Updates = "updates";

    /// <summary>The further fields of CitySDK.</summary>
    public const string CitySdk = "citysdk";

    /// <summary>The draft of GeoReport 2.1: uploads and changes since.</summary>
    public const string Draft = "v2.1";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Paging, Updated, Attributes, Media, Updates, CitySdk, Draft];
}
