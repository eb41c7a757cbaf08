using Open311.Mock.Clients;
using Open311.Mock.Questions;

namespace Open311.Mock.Serving;

/// <summary>A call as it came from the wire.</summary>
internal sealed record Received
{
    public required string Method { get; init; }

    /// <summary>The request target as sent, without an origin.</summary>
    public required string Target { get; init; }

    public required string Version { get; init; }

    public required ClientKey Client { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required SentBody Body { get; init; }

    /// <summary>What the city takes it for.</summary>
    public required Question Question { get; init; }

    public string? Header(string name)
    {
        for (var i = 0; i < Headers.Count; i++)
        {
            if (Headers[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return Headers[i].Value;
        }

        return null;
    }

    public ClientCall ToCall(CityFacts city, int status, TimeProvider time) => new()
    {
        Method = Method,
        Target = Target,
        Version = Version,
        Headers = Headers,
        Body = Body,
        At = time.GetUtcNow(),
        Client = Client,
        Question = Question,
        Status = status,
        City = city,
    };
}
