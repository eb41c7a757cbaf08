using Open311.Conformance.Exchanges;
using Open311.Protocol;
using Open311.Protocol.Writing;

namespace Open311.Conformance.Tests.Support;

/// <summary>
/// A small correct GeoReport city without a network. Each way in which a city may go wrong, or use a freedom, is one member to replace.
/// </summary>
public sealed class PaperCity
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan ninetyDays = TimeSpan.FromDays(90);

    public List<PaperRequest> Requests { get; set; } = [.. Recent(45), .. Old(20)];

    public IReadOnlyList<string> Codes { get; set; } = ["001", "Street lighting", "TREES"];

    /// <summary>What is understood of the arguments: a filter that is set to null is ignored.</summary>
    public Func<PaperQuery, PaperQuery> Hears { get; set; } = q => q;

    /// <summary>Whether a request is selected by a query without ids.</summary>
    public Func<PaperRequest, PaperQuery, bool> Selects { get; set; } = Matches;

    /// <summary>A last look at what is listed, before the limit.</summary>
    public Func<IEnumerable<PaperRequest>, PaperQuery, IEnumerable<PaperRequest>> Lists { get; set; } = (requests, _) => requests;

    /// <summary>A query that is refused, with its status; null for all that is answered.</summary>
    public Func<PaperQuery, int?> Refuses { get; set; } = Refusal;

    /// <summary>How a single request differs from the one listed.</summary>
    public Func<PaperRequest, PaperRequest> Single { get; set; } = r => r;

    /// <summary>An answer in place of the city's own; null to let it answer.</summary>
    public Func<ScriptedQuestion, ScriptedAnswer?> Interrupts { get; set; } = _ => null;

    /// <summary>The most requests in one answer.</summary>
    public int Limit { get; set; } = 1000;

    /// <summary>Whether ids are numbers in JSON.</summary>
    public bool NumbersIds { get; set; }

    public ScriptedCity Open() => new(Answer);

    public static bool Matches(PaperRequest request, PaperQuery query) =>
        (query.Codes is null || query.Codes.Contains(request.Code))
        && (query.Statuses is null || query.Statuses.Contains(request.Status))
        && IsWithin(request.Requested, query);

    /// <summary>The 90 days before an end, the 90 days until now without one; 90 days from a start alone.</summary>
    public static bool IsWithin(DateTimeOffset instant, PaperQuery query) =>
        instant >= (query.Start ?? (query.End ?? Now) - ninetyDays) && instant <= (query.End ?? Now);

    public static int? Refusal(PaperQuery query)
    {
        if (query.HasBadDate || query.Statuses?.Any(s => s is not ("open" or "closed")) == true)
            return 400;
        return query.End < query.Start || query.End - query.Start > ninetyDays ? 400 : null;
    }

    /// <summary>One request in less than two days, of changing service and status.</summary>
    public static IEnumerable<PaperRequest> Recent(int count) =>
        Enumerable.Range(0, count).Select(n => Make(1100 - n, Now - TimeSpan.FromHours(5 + (43 * n)) - TimeSpan.FromSeconds(17 * n)));

    /// <summary>From 92 days ago backwards.</summary>
    public static IEnumerable<PaperRequest> Old(int count) => Enumerable.Range(0, count).Select(n => Make(900 - n, Now - TimeSpan.FromDays(92 + (4 * n)) - TimeSpan.FromMinutes(31 * n)));

    public static PaperRequest Make(int number, DateTimeOffset requested)
    {
        string[] codes = ["001", "Street lighting", "TREES"];
        var closed = number / 2 % 2 == 0;
        return new($"{number}", codes[number % 3], closed ? "closed" : "open", requested, closed ? requested + TimeSpan.FromMinutes(90) : requested);
    }

    ScriptedAnswer Answer(ScriptedQuestion question)
    {
        if (Interrupts(question) is { } other)
            return other;
        var format = question.Format;
        var path = question.Path;
        var bare = path[..Math.Max(0, path.LastIndexOf('.'))];
        if (bare == "services")
            return ScriptedAnswer.Data(new("services", new DataList("service", [.. Codes.Select(Service)])), format);
        if (bare == "requests")
            return List(question, format);
        if (bare.StartsWith("requests/", StringComparison.Ordinal) && Requests.FirstOrDefault(r => r.Id == bare["requests/".Length..]) is { } request)
            return Write([Single(request)], format);
        return ScriptedAnswer.Error(404, format, $"There is nothing at {path}.");
    }

    ScriptedAnswer List(ScriptedQuestion question, DataFormat format)
    {
        var query = Hears(PaperQuery.Of(question));
        if (query.Ids is null && Refuses(query) is { } refused)
            return ScriptedAnswer.Error(refused, format, "An argument cannot be understood.");
        var selected = query.Ids is { } ids ? Requests.Where(r => ids.Contains(r.Id)) : Requests.Where(r => Selects(r, query));
        return Write([.. Lists(selected, query).Take(Limit)], format);
    }

    ScriptedAnswer Write(IReadOnlyList<PaperRequest> requests, DataFormat format) =>
        ScriptedAnswer.Data(new("service_requests", new DataList("request", [.. requests.Select(Item)])), format);

    Datum Item(PaperRequest request) => new DataObject(
    [
        new("service_request_id", NumbersIds ? new DataNumber(request.Id) : new DataText(request.Id)),
        new("status", new DataText(request.Status)),
        new("service_name", new DataText($"Service {request.Code}")),
        new("service_code", new DataText(request.Code)),
        new("description", new DataText(request.Description)),
        new("requested_datetime", new DataText(request.RequestedText)),
        new("updated_datetime", new DataText(PaperRequest.Write(request.Updated))),
        new("address", new DataText("1 High Street")),
        new("lat", new DataNumber("37.5")),
        new("long", new DataNumber("-122.25")),
    ]);

    static DataObject Service(string code) => new(
    [
        new("service_code", new DataText(code)),
        new("service_name", new DataText($"Service {code}")),
        new("description", new DataText("What it is about")),
        new("metadata", new DataBoolean(false)),
        new("type", new DataText("realtime")),
        new("keywords", new DataText("")),
        new("group", new DataText("streets")),
    ]);
}
