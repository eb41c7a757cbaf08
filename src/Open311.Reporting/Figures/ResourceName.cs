using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;
using Open311.Protocol.Paths;

namespace Open311.Reporting.Figures;

/// <summary>What an exchange asked for, by the names of the specification.</summary>
static class ResourceName
{
    /// <summary>The list of service requests.</summary>
    public const string Requests = "GET requests";

    /// <summary>One service request.</summary>
    public const string Request = "GET requests/{id}";

    /// <summary>Every name, in the order of the specification.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["GET discovery", "GET services", "GET services/{code}", Requests, Request, "GET tokens/{token}", "POST requests"];

    /// <summary>The name of what was asked for; null for what the specification does not know, such as a path that was to fail.</summary>
    public static string? Of(Exchange exchange, Target target)
    {
        var request = exchange.Request;
        var url = request.Url.OriginalString;
        var path = Below(url, target.Endpoint.OriginalString.TrimEnd('/'));
        if (request.Method == "GET" && (path is null || path.StartsWith("/discovery.", StringComparison.Ordinal)) && url.Contains("discovery", StringComparison.OrdinalIgnoreCase))
            return All[0];
        if (path is null || !ResourcePath.TryParse(path, out var resource))
            return null;
        return (request.Method, resource.Collection, resource.Identifier) switch
        {
            ("GET", "services", null) => All[1],
            ("GET", "services", _) => All[2],
            ("GET", "requests", null) => Requests,
            ("GET", "requests", _) => Request,
            ("GET", "tokens", not null) => All[5],
            ("POST", "requests", null) => All[6],
            _ => null,
        };
    }

    static string? Below(string url, string endpoint)
    {
        if (!url.StartsWith(endpoint + "/", StringComparison.Ordinal))
            return null;
        var rest = url[endpoint.Length..];
        return rest.IndexOfAny(['?', '#']) is >= 0 and var end ? rest[..end] : rest;
    }
}
