namespace Open311.Reporting.Areas;

/// <summary>Requirements that belong together, by the beginning of their ids.</summary>
/// <param name="Key">Such as <c>GR2-REQS</c>.</param>
/// <param name="Title">In plain words.</param>
public sealed record Area(string Key, string Title)
{
    static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["SD-URL"] = "Discovery: address",
        ["SD-FMT"] = "Discovery: formats",
        ["SD-DOC"] = "Discovery: document",
        ["SD-EP"] = "Discovery: endpoints",
        ["SD-CON"] = "Discovery: agreement with the endpoint",
        ["GR2-ENC"] = "Encoding and content types",
        ["GR2-XML"] = "XML",
        ["GR2-JSON"] = "JSON",
        ["GR2-DATE"] = "Dates and times",
        ["GR2-HTTP"] = "HTTP",
        ["GR2-ERR"] = "Errors",
        ["GR2-JUR"] = "Jurisdictions",
        ["GR2-KEY"] = "API keys",
        ["GR2-OPT"] = "Optional fields and arguments",
        ["GR2-SVC"] = "Service list",
        ["GR2-DEF"] = "Service definitions",
        ["GR2-REQS"] = "Lists of service requests",
        ["GR2-REQ"] = "Single service requests",
        ["GR2-POST"] = "Posting service requests",
        ["GR2-TOK"] = "Tokens",
        ["GR2-CON"] = "Consistency between resources",
        ["CLI-HTTP"] = "Clients: HTTP",
        ["CLI-PATH"] = "Clients: paths",
        ["CLI-FMT"] = "Clients: formats",
        ["CLI-JUR"] = "Clients: jurisdictions",
        ["CLI-KEY"] = "Clients: API keys",
        ["CLI-ENC"] = "Clients: encoding",
        ["CLI-POST"] = "Clients: posting service requests",
        ["CLI-ATTR"] = "Clients: attributes",
        ["CLI-REQS"] = "Clients: lists of service requests",
        ["CLI-TOK"] = "Clients: tokens",
        ["CLI-PACE"] = "Clients: pace",
        ["EXT"] = "Extensions",
        ["V21"] = "GeoReport 2.1 draft",
        ["BULK"] = "Bulk data",
        ["INQ"] = "Inquiry v1",
        ["GWD"] = "GeoWeb DNS",
        ["V1"] = "GeoReport v1",
    };

    /// <summary>The area of a requirement: by the first two parts of its id, else by the first.</summary>
    public static Area Of(string requirement)
    {
        var parts = requirement.Split('-');
        var family = string.Join('-', parts.Take(2));
        var key = Titles.ContainsKey(family) ? family : parts[0];
        return new Area(key, Titles.GetValueOrDefault(key, key));
    }
}
