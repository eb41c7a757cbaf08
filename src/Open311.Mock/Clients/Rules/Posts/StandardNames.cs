namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>The arguments of the specification, and what they are mistaken for.</summary>
internal static class StandardNames
{
    public static IReadOnlyList<string> OfPost { get; } =
    [
        "api_key", "jurisdiction_id", "service_code", "lat", "long", "address_string", "address_id", "email", "device_id", "account_id",
        "first_name", "last_name", "phone", "description", "media_url",
    ];

    public static IReadOnlyList<string> OfList { get; } = ["jurisdiction_id", "service_request_id", "service_code", "start_date", "end_date", "status"];

    static readonly Dictionary<string, string> Mistaken = new(StringComparer.OrdinalIgnoreCase)
    {
        ["address"] = "address_string",
        ["addressstring"] = "address_string",
        ["address-string"] = "address_string",
        ["addressid"] = "address_id",
        ["deviceid"] = "device_id",
        ["device-id"] = "device_id",
        ["accountid"] = "account_id",
        ["account-id"] = "account_id",
        ["firstname"] = "first_name",
        ["first-name"] = "first_name",
        ["lastname"] = "last_name",
        ["last-name"] = "last_name",
        ["lng"] = "long",
        ["lon"] = "long",
        ["longitude"] = "long",
        ["latitude"] = "lat",
        ["telephone"] = "phone",
        ["e-mail"] = "email",
        ["mail"] = "email",
        ["desc"] = "description",
        ["mediaurl"] = "media_url",
        ["media-url"] = "media_url",
        ["image_url"] = "media_url",
        ["servicecode"] = "service_code",
        ["service-code"] = "service_code",
        ["jurisdictionid"] = "jurisdiction_id",
        ["jurisdiction-id"] = "jurisdiction_id",
        ["jurisdiction"] = "jurisdiction_id",
        ["apikey"] = "api_key",
        ["api-key"] = "api_key",
        ["startdate"] = "start_date",
        ["enddate"] = "end_date",
        ["servicerequestid"] = "service_request_id",
        ["request_id"] = "service_request_id",
    };

    /// <summary>The name that was meant; null where the name is right or says nothing.</summary>
    public static string? Meant(string name, IReadOnlyList<string> known)
    {
        if (known.Contains(name))
            return null;
        var meant = known.FirstOrDefault(k => k.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? Mistaken.GetValueOrDefault(name);
        return meant is not null && known.Contains(meant) ? meant : null;
    }
}
