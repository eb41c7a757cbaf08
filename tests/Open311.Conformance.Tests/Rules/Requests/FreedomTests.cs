using System.Globalization;
using Open311.Conformance.Findings;
using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules.Requests;

public class FreedomTests
{
    static IEnumerable<Defect> Freedoms() =>
    [
        new("the oldest come first", c => c.Lists = (r, _) => r.Reverse()),
        new("no order at all", c => c.Lists = (r, _) => r.OrderBy(x => int.Parse(x.Id, CultureInfo.InvariantCulture) * 7919 % 1009)),
        new("ids are numbers in JSON", c => c.NumbersIds = true),
        new("ids are of letters and signs", c => c.Requests = [.. c.Requests.Select(r => r with { Id = $"SR/{r.Id} ü#&+" })]),
        new("ids hold a comma", c => c.Requests = [.. c.Requests.Select(r => r with { Id = $"{r.Id[..2]},{r.Id[2..]}" })]),
        new("codes need encoding", c => c.Requests = [.. c.Requests.Select(r => r with { Code = $"Ämter:{r.Code}/&" })]),
        new("dates are written at another offset", c => c.Requests = [.. c.Requests.Select(r => r with { RequestedText = PaperRequest.Write(r.Requested.ToOffset(TimeSpan.FromHours(-5))) })]),
        new("fractions are shown", c => c.Requests = [.. c.Requests.Select((r, n) => r with { Requested = r.Requested.AddMilliseconds(n + 1), RequestedText = r.Requested.AddMilliseconds(n + 1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) })]),
        new("fractions are shown in part", c => c.Requests = [.. c.Requests.Select((r, n) => r with { Requested = r.Requested.AddMilliseconds(n + 1.5), RequestedText = r.Requested.AddMilliseconds(n + 1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) })]),
        new("an unknown code is 404", c => c.Interrupts = q => q["service_code"] is { Length: > 0 } code && code.Split(',').All(x => !c.Requests.Any(r => r.Code == x.Trim())) ? ScriptedAnswer.Error(404, q.Format, "service_code not found") : null),
        new("an unknown code is 400", c => c.Interrupts = q => q["service_code"] is { Length: > 0 } code && code.Split(',').All(x => !c.Requests.Any(r => r.Code == x.Trim())) ? ScriptedAnswer.Error(400, q.Format, "service_code not found") : null),
        new("an unknown id in the filter is 404", c => c.Interrupts = q => q["service_request_id"] is { Length: > 0 } id && id.Split(',').All(x => c.Requests.All(r => r.Id != x)) ? ScriptedAnswer.Error(404, q.Format, "not found") : null),
        new("an unsupported status gives an empty list", c => c.Refuses = q => q.Statuses?.Any(s => s is not ("open" or "closed")) == true ? null : PaperCity.Refusal(q)),
        new("a window over 90 days is cut to the last 90", c => (c.Hears, c.Refuses) = (q => q.End - q.Start > TimeSpan.FromDays(90) ? q with { Start = q.End - TimeSpan.FromDays(90) } : q, q => PaperCity.Refusal(q))),
        new("a reversed window is empty", c => c.Refuses = q => q.End < q.Start ? null : PaperCity.Refusal(q)),
        new("a start alone reaches until now", c => c.Selects = (r, q) => PaperCity.Matches(r, q.End is null && q.Start is { } s ? q with { End = PaperCity.Now } : q)),
        new("only open requests", c => c.Requests = [.. c.Requests.Select(r => r with { Status = "open" })]),
        new("only closed requests", c => c.Requests = [.. c.Requests.Select(r => r with { Status = "closed" })]),
        new("one service only", c => c.Requests = [.. c.Requests.Select(r => r with { Code = "TREES" })]),
        new("no requests", c => c.Requests = []),
        new("one request", c => c.Requests = [.. PaperCity.Recent(1)]),
        new("two requests", c => c.Requests = [.. PaperCity.Recent(2)]),
        new("one request of this minute", c => c.Requests = [PaperCity.Make(1, PaperCity.Now)]),
        new("only old requests", c => c.Requests = [.. PaperCity.Old(20)]),
        new("everything within an hour", c => c.Requests = [.. Enumerable.Range(0, 30).Select(n => PaperCity.Make(1100 - n, PaperCity.Now - TimeSpan.FromDays(20) - TimeSpan.FromMinutes(2 * n)))]),
        new("many at the same second", c => c.Requests = [.. Enumerable.Range(0, 30).Select(n => PaperCity.Make(1100 - n, PaperCity.Now - TimeSpan.FromDays(20)))]),
        new("everything within the last minutes", Young),
        new("everything at this very second", c => c.Requests = [.. Enumerable.Range(0, 8).Select(n => PaperCity.Make(1100 - n, PaperCity.Now))]),
        new("two recent requests and some old ones", Sparse),
        new("only old requests, and a bound alone counts from today", c => (c.Requests, c.Selects, c.Refuses) = ([.. PaperCity.Old(20)], PaperCity.Matches, RefusesOldBounds)),
        new("requests are opened and closed all the time", c => Stirs(c, 5, (requests, n) => requests[n] = requests[n] with { Status = requests[n].Status == "open" ? "closed" : "open", Updated = PaperCity.Now })),
        new("requests are opened and closed all the time in a small city", c =>
        {
            c.Requests = [.. PaperCity.Recent(6)];
            Stirs(c, 1, (requests, n) => requests[n] = requests[n] with { Status = requests[n].Status == "open" ? "closed" : "open", Updated = PaperCity.Now });
        }),
        new("new requests come in all the time", c => Stirs(c, 1, (requests, n) => requests.Insert(0, PaperCity.Make(2000 + requests.Count, PaperCity.Now)))),
        new("the jurisdiction is checked when it is sent", c => c.Interrupts = q => q["jurisdiction_id"] is { Length: > 0 } and not "paper.example" ? ScriptedAnswer.Error(404, q.Format, "jurisdiction_id not found") : null),
    ];

    static void Young(PaperCity city) => city.Requests = [.. Enumerable.Range(0, 30).Select(n => PaperCity.Make(1100 - n, PaperCity.Now - TimeSpan.FromSeconds(100 * n)))];

    static void Sparse(PaperCity city) => city.Requests = [.. PaperCity.Recent(2), .. PaperCity.Old(20)];

    // What is asked with one bound is a window from it to today or from 90 days ago to it.
    static int? RefusesOldBounds(PaperQuery query) =>
        PaperCity.Refusal(query.Start is null && query.End is null ? query : query with { Start = query.Start ?? PaperCity.Now - TimeSpan.FromDays(90), End = query.End ?? PaperCity.Now });

    // With every question something happens to so many requests.
    static void Stirs(PaperCity city, int many, Action<List<PaperRequest>, int> happening)
    {
        var random = new Random(311);
        city.Interrupts = _ =>
        {
            lock (random)
            {
                var requests = city.Requests.ToList();
                for (var i = 0; i < many; i++)
                    happening(requests, random.Next(requests.Count));
                city.Requests = requests;
            }

            return null;
        };
    }

    [TestCaseSource(nameof(Freedoms))]
    public async Task Is_no_fault_of_the_city(Defect freedom)
    {
        var city = new PaperCity();
        freedom.Make(city);
        var report = await PaperRun.OfAsync(city);
        report.Errors.Should().BeEmpty();
        report.Findings.Where(f => f.Verdict is Verdict.Fail or Verdict.Warn).Select(f => $"{f.Requirement.Id} {f.Format}: {f.Message}").Should().BeEmpty();
    }

    [Test]
    public async Task A_jurisdiction_that_is_demanded_is_sent()
    {
        var city = new PaperCity
        {
            Interrupts = q => q["jurisdiction_id"] switch
            {
                "paper.example" => null,
                null or "" => ScriptedAnswer.Error(400, q.Format, "jurisdiction_id was not provided"),
                _ => ScriptedAnswer.Error(404, q.Format, "jurisdiction_id was not found"),
            },
        };
        var several = await PaperRun.OfAsync(city, t => t with { Jurisdictions = ["paper.example"], MultiJurisdiction = true });
        several.Ids(Verdict.Fail).Should().BeEmpty();
        several.Of("GR2-JUR-001").Verdict.Should().Be(Verdict.NotApplicable);
        several.Of("GR2-JUR-003").Verdict.Should().Be(Verdict.Pass);
        var single = await PaperRun.OfAsync(city, t => t with { Jurisdictions = ["paper.example"] });
        single.Ids(Verdict.Fail).Should().Equal("GR2-JUR-001");
    }

    [Test]
    public async Task A_page_sent_with_200_is_no_answer_to_a_call_without_jurisdiction()
    {
        var city = new PaperCity { Interrupts = q => q["jurisdiction_id"] is null or "" ? ScriptedAnswer.Text(200, "text/html; charset=utf-8", "<html><body>Which city?</body></html>") : null };
        var report = await PaperRun.OfAsync(city, t => t with { Jurisdictions = ["paper.example"] });
        report.Of("GR2-JUR-001").Verdict.Should().Be(Verdict.Fail);
        report.Of("GR2-JUR-001").Message.Should().Contain("services.xml without jurisdiction_id is answered 200, but not with the document that comes with it");
    }

    [Test]
    public async Task An_announced_jurisdiction_that_is_refused_in_one_place_is_a_failure()
    {
        var city = new PaperCity { Interrupts = q => q.Path.StartsWith("requests/", StringComparison.Ordinal) && q["jurisdiction_id"] is { Length: > 0 } ? ScriptedAnswer.Error(404, q.Format, "jurisdiction_id was not found") : null };
        var report = await PaperRun.OfAsync(city, t => t with { Jurisdictions = ["paper.example"] });
        report.Of("GR2-JUR-003").Verdict.Should().Be(Verdict.Fail);
    }

    [Test]
    public async Task An_empty_city_is_said_to_be_untried()
    {
        var report = await PaperRun.OfAsync(new PaperCity { Requests = [] });
        report.Of("GR2-REQS-001").Verdict.Should().Be(Verdict.Pass);
        report.Of("GR2-REQS-040").Verdict.Should().Be(Verdict.Pass, "a minute of 1990 is empty, too");
        foreach (var id in (string[])["GR2-REQS-019", "GR2-REQS-024", "GR2-REQS-027", "GR2-REQS-031", "GR2-REQ-001", "GR2-CON-006", "GR2-HTTP-014", "GR2-DATE-003"])
            report.Of(id).Verdict.Should().Be(Verdict.Inconclusive, id);
    }

    static readonly string[] onRequests = ["GR2-REQS-019", "GR2-REQS-020", "GR2-REQS-024", "GR2-REQS-025", "GR2-REQS-027", "GR2-REQS-031", "GR2-REQS-039", "GR2-REQ-001", "GR2-CON-006", "GR2-CON-014", "GR2-CON-015", "GR2-DATE-003"];

    [Test]
    public async Task A_city_whose_requests_are_all_of_the_last_hour_is_exercised()
    {
        var city = new PaperCity();
        Young(city);
        var report = await PaperRun.OfAsync(city);
        foreach (var id in onRequests)
            report.Of(id).Verdict.Should().Be(Verdict.Pass, $"{id}: {report.Of(id).Message}");
    }

    [Test]
    public async Task A_city_with_few_recent_requests_is_exercised_on_old_ones()
    {
        var city = new PaperCity();
        Sparse(city);
        var report = await PaperRun.OfAsync(city);
        foreach (var id in (string[])[.. onRequests, "GR2-REQS-022", "GR2-REQ-006", "GR2-HTTP-014"])
            report.Of(id).Verdict.Should().Be(Verdict.Pass, $"{id}: {report.Of(id).Message}");
    }

    [Test]
    public async Task An_old_request_that_is_listed_but_not_found_is_a_failure_where_recent_ones_are_few()
    {
        var city = new PaperCity();
        Sparse(city);
        city.Interrupts = q => q.Path.StartsWith("requests/8", StringComparison.Ordinal) || q.Path.StartsWith("requests/900", StringComparison.Ordinal) ? ScriptedAnswer.Error(404, q.Format, "service_request_id was not found") : null;
        (await PaperRun.OfAsync(city)).Of("GR2-CON-014").Verdict.Should().Be(Verdict.Fail);
    }

    [TestCase("open")]
    [TestCase("closed")]
    public async Task A_status_that_the_filter_loses_is_a_failure_also_while_requests_change(string status)
    {
        var city = new PaperCity();
        var lost = city.Requests.Where(r => r.Status == status).Select(r => r.Id).Order().Take(30).ToHashSet();
        city.Lists = (requests, query) => query.Ids is null && query.Statuses is { Count: 1 } ? requests.Where(r => !lost.Contains(r.Id)) : requests;

        // What says that it changed during the run cannot be held against the city; half of the requests stay as they are.
        Stirs(city, 4, (requests, n) => requests[n] = requests[n] is { Id: [.., >= '0' and <= '4'] } r ? r with { Status = r.Status == "open" ? "closed" : "open", Updated = PaperCity.Now } : requests[n]);
        var report = await PaperRun.OfAsync(city);
        report.Ids(Verdict.Fail).Should().Contain("GR2-CON-015", report.Of("GR2-CON-015").Message).And.BeSubsetOf(["GR2-CON-015", "GR2-REQS-027", "GR2-REQS-035", "GR2-REQS-039"]);
    }

    [TestCase("GR2-REQS-022", "requests.xml", "service_request_id", "900")]
    [TestCase("GR2-REQS-019", "requests.xml", "service_request_id", null)]
    [TestCase("GR2-OPT-001", "requests.xml", "status", "")]
    [TestCase("GR2-REQS-027", "requests.xml", "status", "open")]
    [TestCase("GR2-REQS-031", "requests.xml", "start_date", "2026-04-17T03:50:38Z")]
    public async Task What_goes_wrong_once_is_not_held_against_the_city(string requirement, string path, string argument, string? value)
    {
        var times = 0;
        var empty = new Protocol.Writing.Resource("service_requests", new Protocol.Writing.DataList("request", []));
        var city = new PaperCity();
        city.Interrupts = q => q.Path == path && (value is null ? city.Requests.Any(r => r.Id == q[argument]) : q[argument] == value) && Interlocked.Increment(ref times) == (argument == "start_date" ? 2 : 1) ? ScriptedAnswer.Data(empty, q.Format) : null;
        var report = await PaperRun.OfAsync(city);
        times.Should().BePositive("the question must have been asked");
        report.Of(requirement).Verdict.Should().Be(Verdict.Pass, report.Of(requirement).Message);
        report.Ids(Verdict.Fail).Should().BeEmpty();
    }

    [Test]
    public async Task A_server_in_trouble_is_blamed_once()
    {
        var city = new PaperCity { Interrupts = q => q["status"] is { Length: > 0 } ? ScriptedAnswer.Error(500, q.Format, "Oops") : null };
        var report = await PaperRun.OfAsync(city);
        report.Ids(Verdict.Fail).Should().BeEmpty();
        report.Of("GR2-REQS-027").BlockedBy.Should().Be("GR2-HTTP-011");
    }

    [Test]
    public async Task A_whole_run_is_gentle_with_the_city()
    {
        var open = new PaperCity().Open();
        await PaperRun.OfAsync(new PaperCity(), open: open);
        open.Asked.Count.Should().BeLessThan(120);
        open.Asked.Distinct().Count().Should().BeLessThan(105);
    }
}
