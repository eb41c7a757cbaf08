using System.Globalization;
using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Protocol;
using Open311.Protocol.Writing;

namespace Open311.Conformance.Tests.Support;

/// <summary>
/// A target in memory, without a network: each question is answered by a function, so that a rule can be shown a correct answer
/// and a defective one.
/// </summary>
public sealed class ScriptedCity(Func<ScriptedQuestion, ScriptedAnswer> answer) : IExchangeSource
{
    readonly List<string> asked = [];

    /// <summary>Method, path and query of everything asked, in order.</summary>
    public IReadOnlyList<string> Asked => asked;

    public bool IsLive => false;

    public ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        lock (asked)
            asked.Add($"{request.Method} {request.Url.OriginalString}");
        var reply = answer(new ScriptedQuestion(request));
        return ValueTask.FromResult(new Exchange
        {
            Request = request,
            Outcome = reply.Outcome,
            Problem = reply.Outcome == ExchangeOutcome.Answered ? null : $"scripted: {reply.Outcome}",
            Answer = reply.Outcome == ExchangeOutcome.Answered ? reply.ToAnswer() : null,
            Started = DateTimeOffset.UnixEpoch,
        });
    }
}

/// <summary>What was asked: the path below the endpoint and the arguments, decoded.</summary>
public sealed class ScriptedQuestion(ProbeRequest request)
{
    public static readonly Uri Endpoint = new("http://city.example/open311/v2");

    public ProbeRequest Request { get; } = request;

    public string Method => Request.Method;

    /// <summary>Such as <c>requests.xml</c> or <c>services/001.json</c>, percent-decoded; discovery as <c>/open311/discovery.xml</c>.</summary>
    public string Path { get; } = PathOf(request.Url);

    public DataFormat Format => Path.EndsWith(".json", StringComparison.Ordinal) ? DataFormat.Json : DataFormat.Xml;

    /// <summary>The value of an argument; null when it was not sent, empty when it was sent empty.</summary>
    public string? this[string name] => Request.Url.OriginalString.Split('?', 2) is [_, var query]
        ? query.Split('&').Select(p => p.Split('=', 2)).Where(p => Uri.UnescapeDataString(p[0]) == name).Select(p => p.Length == 2 ? Uri.UnescapeDataString(p[1]) : "").FirstOrDefault()
        : null;

    public DateTimeOffset? Instant(string name) =>
        this[name] is { Length: > 0 } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    static string PathOf(Uri url)
    {
        var path = Uri.UnescapeDataString(url.OriginalString.Split('?')[0]["http://city.example".Length..]);
        return path.StartsWith("/open311/v2/", StringComparison.Ordinal) ? path["/open311/v2/".Length..] : path;
    }
}

/// <summary>What is answered.</summary>
public sealed record ScriptedAnswer(int Status, string ContentType, byte[] Body)
{
    public ExchangeOutcome Outcome { get; init; } = ExchangeOutcome.Answered;

    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    public static ScriptedAnswer Data(Resource resource, DataFormat format) =>
        new(200, $"{format.MediaType()}; charset=utf-8", ResourceWriter.Write(resource, format));

    public static ScriptedAnswer Text(int status, string contentType, string body) => new(status, contentType, Encoding.UTF8.GetBytes(body));

    public static ScriptedAnswer Error(int status, DataFormat format, string description) =>
        Data(new("errors", new DataList("error", [new DataObject([new("code", new DataNumber($"{status}")), new("description", new DataText(description))])])), format) with { Status = status };

    internal Answer ToAnswer() => new()
    {
        Status = Status,
        Reason = "Scripted",
        Headers = [new("Content-Type", ContentType), new("Content-Length", $"{Body.Length}"), .. Headers],
        Body = Body,
    };
}
