using Open311.Conformance.Findings;
using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules.Requests;

public class FilterDefectTests
{
    static readonly TimeSpan hour = TimeSpan.FromHours(1);

    static IEnumerable<Defect> Defects() =>
    [
        new("status is ignored", c => c.Hears = q => q with { Statuses = null })
        {
            Fails = ["GR2-REQS-027"],
            Blocks = [("GR2-REQS-028", "GR2-REQS-027"), ("GR2-REQS-030", "GR2-REQS-027"), ("GR2-REQS-039", "GR2-REQS-027"), ("GR2-CON-015", "GR2-REQS-027")],
        },
        new("status=closed is understood as open", c => c.Hears = q => q with { Statuses = q.Statuses?.Select(_ => "open").ToList() }) { Fails = ["GR2-REQS-027"] },
        new("only the first of several statuses counts", c => c.Hears = q => q with { Statuses = q.Statuses?.Take(1).ToList() }) { Fails = ["GR2-REQS-028"] },
        new("closed requests are hidden by default", c => c.Hears = q => q with { Statuses = q.Statuses ?? ["open"] })
        {
            Fails = ["GR2-REQS-029"],
            Blocks = [("GR2-CON-015", "GR2-REQS-029"), ("GR2-REQS-028", "GR2-REQS-029")],
        },
        new("an unsupported status lists everything", c => c.Hears = q => q with { Statuses = q.Statuses?.All(s => s.StartsWith("nonce", StringComparison.Ordinal)) == true ? null : q.Statuses }) { Warns = ["GR2-REQS-030"] },
        new("the open list is incomplete", c => c.Lists = (r, q) => q is { Ids: null, Statuses: ["open"] } ? r.SkipLast(1) : r) { Fails = ["GR2-CON-015"] },
        new("service_code is ignored", c => c.Hears = q => q with { Codes = null })
        {
            Fails = ["GR2-REQS-024"],
            Blocks = [("GR2-REQS-025", "GR2-REQS-024"), ("GR2-REQS-026", "GR2-REQS-024"), ("GR2-REQS-039", "GR2-REQS-024")],
        },
        new("only the first of several codes counts", c => c.Hears = q => q with { Codes = q.Codes?.Take(1).ToList() }) { Fails = ["GR2-REQS-025"] },
        new("an unknown code lists everything", c => c.Hears = q => q.Codes is { } codes && !codes.Any(c.Codes.Contains) ? q with { Codes = null } : q) { Fails = ["GR2-REQS-026"] },
        new("codes with blanks are not found", c => c.Selects = (r, q) => PaperCity.Matches(r, q) && q.Codes?.Contains("Street lighting") != true) { Fails = ["GR2-REQS-024"], Blocks = [("GR2-REQS-025", "GR2-REQS-024")] },
        new("service_request_id is ignored", c => c.Hears = q => q with { Ids = null })
        {
            Fails = ["GR2-REQS-019"],
            Blocks = [("GR2-REQS-020", "GR2-REQS-019"), ("GR2-REQS-021", "GR2-REQS-019"), ("GR2-REQS-022", "GR2-REQS-019"), ("GR2-REQS-023", "GR2-REQS-019")],
        },
        new("only the first of several ids counts", c => c.Hears = q => q with { Ids = q.Ids?.Take(1).ToList() }) { Fails = ["GR2-REQS-020"], Blocks = [("GR2-REQS-023", "GR2-REQS-020")] },
        new("only five ids are taken", c => c.Hears = q => q with { Ids = q.Ids?.Take(5).ToList() }) { Fails = ["GR2-REQS-020"] },
        new("filters apply beside an id", c => c.Lists = (r, q) => q.Ids is null ? r : r.Where(x => PaperCity.Matches(x, q with { Start = q.Start ?? DateTimeOffset.MinValue, End = q.End ?? DateTimeOffset.MaxValue }))) { Fails = ["GR2-REQS-021"] },
        new("old requests are not found by id", c => c.Lists = (r, q) => q.Ids is null ? r : r.Where(x => PaperCity.IsWithin(x.Requested, new()))) { Fails = ["GR2-REQS-022"] },
        new("an unknown id spoils the list", c => c.Lists = (r, q) => q.Ids is { } ids && ids.Any(i => c.Requests.All(x => x.Id != i)) ? [] : r) { Warns = ["GR2-REQS-023"] },
        new("dates are ignored", c => c.Hears = q => q with { Start = null, End = null, HasBadDate = false })
        {
            Fails = ["GR2-REQS-031", "GR2-REQS-033", "GR2-REQS-034"],
            Blocks = [("GR2-REQS-032", "GR2-REQS-031"), ("GR2-REQS-035", "GR2-REQS-031"), ("GR2-REQS-036", "GR2-REQS-031"), ("GR2-REQS-037", "GR2-REQS-031"), ("GR2-REQS-038", "GR2-REQS-031"), ("GR2-REQS-039", "GR2-REQS-031"), ("GR2-REQS-040", "GR2-REQS-031"), ("GR2-REQS-042", "GR2-REQS-031"), ("GR2-XML-010", "GR2-REQS-031"), ("GR2-DATE-003", "GR2-REQS-031"), ("GR2-DATE-004", "GR2-REQS-031")],
        },
        new("updated_datetime is filtered", c => (c.Requests, c.Selects) = ([.. c.Requests.Select(r => r with { Updated = r.Requested + TimeSpan.FromDays(9) })], (r, q) => PaperCity.Matches(r with { Requested = r.Updated }, q))) { Fails = ["GR2-REQS-031", "GR2-REQS-033"], Blocks = [("GR2-REQS-032", "GR2-REQS-031")] },
        new("the two bounds are combined with OR", c => c.Selects = (r, q) => q is { Start: { } s, End: { } e } ? PaperCity.Matches(r, q with { End = DateTimeOffset.MaxValue }) || PaperCity.Matches(r, q with { Start = DateTimeOffset.MinValue }) : PaperCity.Matches(r, q)) { Fails = ["GR2-REQS-031"] },
        new("the start is exclusive", c => c.Selects = (r, q) => PaperCity.Matches(r, q) && r.Requested != q.Start) { Warns = ["GR2-REQS-032"] },
        new("the end is exclusive", c => c.Selects = (r, q) => PaperCity.Matches(r, q) && r.Requested != q.End) { Warns = ["GR2-REQS-032"] },
        new("start_date alone is ignored", c => c.Hears = q => q.End is null ? q with { Start = null } : q) { Fails = ["GR2-REQS-033"] },
        new("end_date alone is ignored", c => c.Hears = q => q.Start is null ? q with { End = null } : q) { Fails = ["GR2-REQS-034"] },
        new("the default covers 30 days", c => c.Selects = (r, q) => PaperCity.Matches(r, q) && ((q.Start ?? q.End) is not null || r.Requested > PaperCity.Now - TimeSpan.FromDays(30))) { Fails = ["GR2-REQS-035"] },
        new("windows of any length are served", c => c.Refuses = q => q.End - q.Start > TimeSpan.FromDays(90) ? null : PaperCity.Refusal(q)) { Warns = ["GR2-REQS-036"] },
        new("a reversed window is turned round", c => c.Hears = q => q.End < q.Start ? q with { Start = q.End, End = q.Start } : q) { Warns = ["GR2-REQS-037"] },
        new("a bad date is ignored", c => c.Hears = q => q with { HasBadDate = false }) { Warns = ["GR2-REQS-038"] },
        new("filters are combined with OR", c => c.Selects = (r, q) => new[] { q.Codes?.Contains(r.Code), q.Statuses?.Contains(r.Status), (q.Start ?? q.End) is null ? null : PaperCity.IsWithin(r.Requested, q) }.OfType<bool>().ToList() is var hits && (hits.Count == 0 ? PaperCity.IsWithin(r.Requested, q) : hits.Any(h => h))) { Fails = ["GR2-REQS-039"] },
        new("nothing found is 404", c => c.Interrupts = q => q.Path.StartsWith("requests.", StringComparison.Ordinal) && q["service_request_id"] is null && !c.Requests.Any(r => c.Selects(r, PaperQuery.Of(q))) && PaperCity.Refusal(PaperQuery.Of(q)) is null ? ScriptedAnswer.Error(404, q.Format, "No service requests found") : null)
        {
            Fails = ["GR2-REQS-040"],
            Blocks = [("GR2-XML-010", "GR2-REQS-040")],
        },
        new("an offset in a date is ignored", c => c.Hears = q => q with { Start = q.Start is { } s ? new(s.DateTime, TimeSpan.Zero) : null, End = q.End is { } e ? new(e.DateTime, TimeSpan.Zero) : null }) { Fails = ["GR2-DATE-003"] },
    ];

    [TestCaseSource(nameof(Defects))]
    public async Task Is_held_against_the_requirement_it_violates_and_no_other(Defect defect)
    {
        var city = new PaperCity();
        defect.Make(city);
        var report = await PaperRun.OfAsync(city);
        report.Errors.Should().BeEmpty();
        report.Ids(Verdict.Fail).Should().BeEquivalentTo(defect.Fails, string.Join(" | ", report.Findings.Where(f => f.Verdict == Verdict.Fail).Select(f => $"{f.Requirement.Id}: {f.Message}")));
        report.Ids(Verdict.Warn).Should().BeEquivalentTo(defect.Warns, string.Join(" | ", report.Findings.Where(f => f.Verdict == Verdict.Warn).Select(f => $"{f.Requirement.Id}: {f.Message}")));
        foreach (var (requirement, cause) in defect.Blocks)
        {
            var finding = report.Of(requirement);
            finding.Verdict.Should().Be(Verdict.Inconclusive, $"{requirement}: {finding.Message}");
            finding.BlockedBy.Should().Be(cause, $"{requirement}: {finding.Message}");
        }
    }

    [Test]
    public async Task A_zone_that_is_not_understood_is_told_apart_from_a_window_that_is_not()
    {
        var local = TimeSpan.FromHours(-4);
        var city = new PaperCity { Hears = q => q with { Start = Misread(q.Start), End = Misread(q.End) } };
        city.Requests = [.. city.Requests.Select(r => r with { RequestedText = PaperRequest.Write(r.Requested.ToOffset(local)) })];
        var report = await PaperRun.OfAsync(city);
        report.Ids(Verdict.Fail).Should().Contain("GR2-DATE-003").And.NotContain("GR2-REQS-031");
        report.Of("GR2-REQS-031").BlockedBy.Should().Be("GR2-DATE-003");

        // The clock time of whatever zone is taken for local time.
        DateTimeOffset? Misread(DateTimeOffset? instant) => instant is { } i ? new(i.DateTime, local) : null;
    }

    [Test]
    public async Task Hidden_fractions_do_not_look_like_an_exclusive_end()
    {
        var city = new PaperCity();
        city.Requests = [.. city.Requests.Select((r, n) => r with { Requested = r.Requested.AddMilliseconds(130 + (n * 7)) })];
        (await PaperRun.OfAsync(city)).Ids(Verdict.Warn).Should().BeEmpty();
    }

    [Test]
    public async Task Hidden_seconds_do_not_look_like_an_exclusive_end()
    {
        var city = new PaperCity();
        city.Requests = [.. city.Requests.Select(r => r with { RequestedText = PaperRequest.Write(r.Requested.AddSeconds(-r.Requested.Second)) })];
        (await PaperRun.OfAsync(city)).Ids(Verdict.Warn).Should().BeEmpty();
    }

    [Test]
    public async Task A_date_without_a_zone_is_not_held_against_the_window()
    {
        var city = new PaperCity();
        city.Requests = [.. Enumerable.Range(0, 80).Select(n => PaperCity.Make(1100 - n, PaperCity.Now - TimeSpan.FromHours(2 + (5 * n))))];
        city.Requests = [.. city.Requests.Select(r => r with { RequestedText = PaperRequest.Write(r.Requested.AddHours(-7))[..^1] })];
        var report = await PaperRun.OfAsync(city);
        report.Ids(Verdict.Fail).Should().NotContain(["GR2-REQS-031", "GR2-REQS-033", "GR2-REQS-034"]);
        report.Of("GR2-REQS-031").BlockedBy.Should().Be("GR2-DATE-002");
    }

    [Test]
    public async Task An_end_after_the_bound_is_measured_with_slack()
    {
        var city = new PaperCity { Selects = (r, q) => PaperCity.Matches(r, q with { End = q.End + TimeSpan.FromSeconds(30) }) };
        (await PaperRun.OfAsync(city)).Ids(Verdict.Fail).Should().BeEmpty();
        city.Selects = (r, q) => PaperCity.Matches(r, q with { End = q.End + (100 * hour) });
        (await PaperRun.OfAsync(city)).Ids(Verdict.Fail).Should().Contain("GR2-REQS-031");
    }
}
