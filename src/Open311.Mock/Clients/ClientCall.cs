using Open311.Mock.Cities;
using Open311.Mock.Clients.Rules.Attributes;
using Open311.Mock.Questions;

namespace Open311.Mock.Clients;

/// <summary>A call as it was received, with what the city understood and answered.</summary>
internal sealed class ClientCall
{
    IReadOnlyList<SentArgument>? query;
    IReadOnlyList<SentArgument>? sent;
    IReadOnlyList<Answer>? answers;
    Service? service;
    bool serviceLooked;

    public required string Method { get; init; }

    /// <summary>The request target as received.</summary>
    public required string Target { get; init; }

    /// <summary>Such as <c>HTTP/1.1</c>.</summary>
    public string Version { get; init; } = "HTTP/1.1";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public SentBody Body { get; init; } = SentBody.None;

    public DateTimeOffset At { get; init; }

    public ClientKey Client { get; init; }

    /// <summary>What the city took it for.</summary>
    public required Question Question { get; init; }

    /// <summary>The status of the city's answer, before faults.</summary>
    public int Status { get; init; }

    public required CityFacts City { get; init; }

    /// <summary>What the client did before.</summary>
    public Past Past { get; set; }

    public bool IsRead => Method is "GET" or "HEAD";

    /// <summary>Whether this is, or was meant to be, a POST Service Request.</summary>
    public bool IsReport => Method == "POST" && (Question.Place == Place.Requests || Resource.StartsWith("requests", StringComparison.Ordinal));

    /// <summary>Whether the arguments of a report can be read at all, so that one can say which are missing.</summary>
    public bool IsLegible => Body.Bytes.IsEmpty || Body.Arguments.Count > 0;

    public string Path => Target.IndexOf('?') is >= 0 and var mark ? Target[..mark] : Target;

    public string RawQuery => Target.IndexOf('?') is >= 0 and var mark ? Target[(mark + 1)..] : "";

    /// <summary>The path below the endpoint, without slashes around it; empty elsewhere.</summary>
    public string Resource
    {
        get
        {
            var root = City.Endpoint.AbsolutePath.TrimEnd('/');
            return Path.StartsWith(root + "/", StringComparison.Ordinal) ? Path[root.Length..].Trim('/') : "";
        }
    }

    public IReadOnlyList<SentArgument> Query => query ??= SentArguments.OfQuery(RawQuery);

    /// <summary>All arguments wherever they were sent; what stands in the body counts before the query.</summary>
    public IReadOnlyList<SentArgument> Sent => sent ??= Body.Arguments.Count == 0 ? Query : [.. Body.Arguments, .. Query];

    /// <summary>The first value that is not empty, trimmed; null when there is none.</summary>
    public string? Value(string name)
    {
        foreach (var argument in Sent)
        {
            if (argument.Name == name && !argument.IsEmpty)
                return argument.Value.Trim();
        }

        return null;
    }

    public IEnumerable<SentArgument> All(string name) => Sent.Where(a => a.Name == name);

    /// <summary>The jurisdiction called, as far as it is known; null when it is not.</summary>
    public string? Jurisdiction
    {
        get
        {
            var named = Value("jurisdiction_id");
            return City.City.Jurisdictions.FirstOrDefault(j => j.Id == named)?.Id ?? (City.IsMulti ? null : City.City.Jurisdictions[0].Id);
        }
    }

    /// <summary>The service that a report is for; null when none or an unknown one is named.</summary>
    public Service? Service
    {
        get
        {
            if (!serviceLooked)
            {
                service = Value("service_code") is { } code ? City.Service(Jurisdiction, code) : null;
                serviceLooked = true;
            }

            return service;
        }
    }

    /// <summary>What a report to a known service answers to its attributes; none for any other call.</summary>
    public IReadOnlyList<Answer> Answers => answers ??= Answer.Of(this);

    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }

        return null;
    }

    /// <summary>The key that was sent, wherever it was.</summary>
    public string? Key => Value("api_key") ?? Header("api_key") ?? Header("x-api-key")
        ?? (Header("authorization") is { } text && text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? text[7..].Trim() : null);
}
