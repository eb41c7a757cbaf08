using System.Text;
using Open311.Conformance.Asking;
using Open311.Protocol;
using Open311.Protocol.Writing;

namespace Open311.Conformance.Tests.Support;

/// <summary>
/// A small, correct town in memory: discovery, services with and without definitions, a few requests. What goes wrong in it is one
/// member to replace, or an answer to alter.
/// </summary>
public sealed class SmallTown
{
    public const string Token = "http://wiki.open311.org/GeoReport_v2";
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public List<TownService> Services { get; } =
    [
        new("001", "Pothole", true),
        new("002", "Street light", false),
        new("TREES", "Fallen tree", true, "batch"),
    ];

    public List<TownRequest> Requests { get; } = [.. Enumerable.Range(0, 12).Select(n => TownRequest.Make(n, Now - TimeSpan.FromHours(9 + (31 * n))))];

    /// <summary>The endpoints that discovery lists.</summary>
    public List<TownEndpoint> Endpoints { get; } = [new(Token, ScriptedQuestion.Endpoint.OriginalString, "test")];

    /// <summary>The changeset of the discovery document; changes with every reading where a test wants that.</summary>
    public Func<string> Changeset { get; set; } = () => "2026-05-01T09:00:00Z";

    public bool OffersJson { get; set; } = true;

    /// <summary>Where discovery is, with its leading slash.</summary>
    public string DiscoveryBase { get; set; } = "/open311";

    /// <summary>An answer in place of the town's own; null to let it answer.</summary>
    public Func<ScriptedQuestion, ScriptedAnswer?> Instead { get; set; } = _ => null;

    /// <summary>A last touch to an answer.</summary>
    public Func<ScriptedQuestion, ScriptedAnswer, ScriptedAnswer> Alter { get; set; } = (_, a) => a;

    public ScriptedCity Open() => new(q => Alter(q, Instead(q) ?? Answer(q)));

    /// <summary>Replaces text in the answers at a path; a path that ends in a slash stands for everything below it, without extension.</summary>
    public void Replace(string path, string text, string by, DataFormat? format = null)
    {
        var before = Alter;
        Alter = (q, a) => before(q, a) is var answer && Fits(q, path) && (format is null || q.Format == format)
            ? answer with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(answer.Body).Replace(text, by)) }
            : before(q, a);
    }

    /// <summary>Answers a path otherwise.</summary>
    public void AnswerAt(string path, Func<ScriptedQuestion, ScriptedAnswer?> answer)
    {
        var before = Instead;
        Instead = q => before(q) ?? (Fits(q, path) ? answer(q) : null);
    }

    public static ScriptedAnswer Html(int status = 200) => ScriptedAnswer.Text(status, "text/html", "<!DOCTYPE html><html><body><p>Welcome</p></body></html>");

    public static ScriptedAnswer MovedTo(string url, int status = 301) => ScriptedAnswer.Text(status, "text/plain", "moved") with { Headers = [new("Location", url)] };

    static bool Fits(ScriptedQuestion q, string path) =>
        q.Path == path || (path.EndsWith('/') && q.Path.StartsWith(path, StringComparison.Ordinal)) || q.Path == $"{path}.{q.Format.Extension()}";

    ScriptedAnswer Answer(ScriptedQuestion q)
    {
        var dot = q.Path.LastIndexOf('.');
        var (bare, extension) = dot < 0 ? (q.Path, "") : (q.Path[..dot], q.Path[(dot + 1)..]);
        if (q.Path.StartsWith($"{DiscoveryBase}/discovery.", StringComparison.Ordinal) && extension is "xml" or "json" && bare == $"{DiscoveryBase}/discovery")
            return ScriptedAnswer.Data(Discovery(), q.Format);
        if (extension is not ("xml" or "json") || (extension == "json" && !OffersJson) || bare.StartsWith('/'))
            return ScriptedAnswer.Text(404, "text/plain", "There is nothing here.");
        if (bare == "services")
            return ScriptedAnswer.Data(new("services", new DataList("service", [.. Services.Select(s => s.Item())])), q.Format);
        if (bare == "requests")
            return List(q);
        if (bare.StartsWith("services/", StringComparison.Ordinal))
            return Services.Find(s => s.HasDefinition && s.Code == bare["services/".Length..]) is { } service ? ScriptedAnswer.Data(service.Definition(), q.Format) : Missing(q, "service_code");
        if (bare.StartsWith("requests/", StringComparison.Ordinal))
            return Requests.Find(r => r.Id == bare["requests/".Length..]) is { } request ? Write([request], q.Format) : Missing(q, "service_request_id");
        return Missing(q, bare.StartsWith("tokens/", StringComparison.Ordinal) ? "token" : "path");
    }

    ScriptedAnswer List(ScriptedQuestion q)
    {
        foreach (var date in (string[])["start_date", "end_date"])
        {
            if (q[date] is { Length: > 0 } && q.Instant(date) is null)
                return ScriptedAnswer.Error(400, q.Format, $"The argument {date} is no date.");
        }

        string[]? Values(string name) => q[name] is { Length: > 0 } text ? text.Split(',') : null;
        if (Values("service_request_id") is { } ids)
            return Write(Requests.Where(r => ids.Contains(r.Id)), q.Format);
        if (Values("status")?.Any(s => s is not ("open" or "closed")) == true)
            return ScriptedAnswer.Error(400, q.Format, "The argument status is open or closed.");
        var start = q.Instant("start_date") ?? (q.Instant("end_date") ?? Now) - TimeSpan.FromDays(90);
        var end = q.Instant("end_date") ?? Now;
        return Write(
            Requests.Where(r => r.Requested >= start && r.Requested <= end
                && (Values("service_code")?.Contains(r.Code) ?? true)
                && (Values("status")?.Contains(r.Status) ?? true)),
            q.Format);
    }

    ScriptedAnswer Write(IEnumerable<TownRequest> requests, DataFormat format) =>
        ScriptedAnswer.Data(new("service_requests", new DataList("request", [.. requests.Select(r => r.Item(Services.Find(s => s.Code == r.Code)?.Name ?? "Unknown"))])), format);

    static ScriptedAnswer Missing(ScriptedQuestion q, string what) => ScriptedAnswer.Error(404, q.Format, $"The {what} was not found.");

    Resource Discovery() => new("discovery", new DataObject(
    [
        new("changeset", new DataText(Changeset())),
        new("contact", new DataText("Town hall, townhall@city.example")),
        new("key_service", new DataText("Write to townhall@city.example for a key.")),
        new("endpoints", new DataList("endpoint", [.. Endpoints.Select(e => e.Item(Changeset(), OffersJson))])),
    ]));
}
