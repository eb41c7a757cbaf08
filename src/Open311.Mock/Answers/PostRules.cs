using System.Globalization;
using Open311.Mock.Cities;
using Open311.Mock.Questions;

namespace Open311.Mock.Answers;

/// <summary>What a POST must say, and how (GeoReport v2, POST Service Request). All that is wrong is told at once.</summary>
internal static class PostRules
{
    /// <summary>The most characters a description may have.</summary>
    public const int LongestDescription = 4000;

    const int LongestText = 1000;

    static readonly string[] Single =
    [
        "api_key", "service_code", "lat", "long", "address_string", "address_id", "email", "device_id", "account_id", "first_name", "last_name", "phone",
        "description", "media_url",
    ];

    static readonly string[] Short = ["address_string", "address_id", "email", "device_id", "account_id", "first_name", "last_name", "phone", "media_url"];

    public static IEnumerable<string> Problems(Arguments form, Service service) =>
    [
        .. Repeated(form),
        .. Location(form),
        .. Texts(form),
        .. service.Attributes.SelectMany(attribute => AttributeRules.Problems(form, attribute)),
    ];

    /// <summary>A coordinate in decimal degrees; null when it is none.</summary>
    public static decimal? Degrees(string text) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    static IEnumerable<string> Repeated(Arguments form) =>
        from name in Single
        where form.All(name).Distinct().Skip(1).Any()
        select $"{name} was sent more than once with different values.";

    static IEnumerable<string> Location(Arguments form)
    {
        var (lat, @long) = (form.Value("lat"), form.Value("long"));
        if ((lat is null) != (@long is null))
            yield return $"lat and long must be sent together, and {(lat is null ? "lat" : "long")} was not provided.";
        if (lat is null && @long is null && form.Value("address_string") is null && form.Value("address_id") is null)
            yield return "No location was provided: send lat and long, address_string or address_id.";
        if (lat is not null && !(Degrees(lat) is >= -90 and <= 90))
            yield return "lat must be WGS84 decimal degrees between -90 and 90.";
        if (@long is not null && !(Degrees(@long) is >= -180 and <= 180))
            yield return "long must be WGS84 decimal degrees between -180 and 180.";
    }

    static IEnumerable<string> Texts(Arguments form)
    {
        if (form.Text("description") is { Length: > LongestDescription } text && text.EnumerateRunes().Count() > LongestDescription)
            yield return $"The description is longer than {LongestDescription} characters.";
        foreach (var name in Short.Where(name => form.Text(name) is { Length: > LongestText }))
            yield return $"{name} is longer than {LongestText} characters.";
        if (form.Value("media_url") is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var media) && media.Scheme is "http" or "https"))
            yield return "media_url must be an absolute http or https URL.";
    }
}
