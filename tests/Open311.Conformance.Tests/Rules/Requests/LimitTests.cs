using Open311.Conformance.Findings;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Rules.Requests;

public class LimitTests
{
    [TestCase(20)]
    [TestCase(50)]
    public async Task A_page_below_1000_is_a_warning_when_windows_reach_the_rest(int page)
    {
        var report = await PaperRun.OfAsync(Busy(60, 24, page));
        report.Ids(Verdict.Fail).Should().BeEmpty();
        report.Ids(Verdict.Warn).Should().Equal("GR2-REQS-042");
        report.Of("GR2-REQS-042").Message.Should().Contain($"cut at about {page}");
        report.Of("GR2-REQS-035").BlockedBy.Should().Be("GR2-REQS-042");
    }

    [Test]
    public async Task A_request_that_no_list_reaches_is_a_failure()
    {
        var city = Busy(60, 24, 1000);
        var newest = city.Requests.Take(50).ToHashSet();
        city.Selects = (r, q) => newest.Contains(r) && PaperCity.Matches(r, q);
        var report = await PaperRun.OfAsync(city);
        report.Ids(Verdict.Fail).Should().Equal("GR2-REQS-042");
        report.Of("GR2-REQS-042").Message.Should().Contain("The request 4950");
    }

    [Test]
    public async Task A_short_default_list_is_a_page_and_not_a_shorter_window()
    {
        var city = Busy(60, 24, 1000);
        city.Lists = (r, q) => q is { Ids: null, Start: null, End: null, Codes: null } ? r.Take(25) : r;
        var report = await PaperRun.OfAsync(city);
        report.Ids(Verdict.Fail).Should().BeEmpty();
        report.Of("GR2-REQS-042").Verdict.Should().Be(Verdict.Warn);
        report.Of("GR2-REQS-035").BlockedBy.Should().Be("GR2-REQS-042");
    }

    [Test]
    public async Task More_than_1000_requests_stay_reachable_with_filters()
    {
        var report = await PaperRun.OfAsync(Busy(1100, 1, 1000));
        report.Ids(Verdict.Fail).Should().BeEmpty();
        report.Ids(Verdict.Warn).Should().BeEmpty();
        report.Of("GR2-REQS-046").Verdict.Should().Be(Verdict.Pass);
        report.Of("GR2-REQS-046", DataFormat.Json).Verdict.Should().Be(Verdict.Pass);
        report.Of("GR2-REQS-042").Verdict.Should().Be(Verdict.Pass);
    }

    [Test]
    public async Task A_limit_that_cuts_before_filters_select_is_a_failure()
    {
        var city = Busy(1100, 1, 1000);
        var newest = city.Requests.Take(1000).ToHashSet();
        city.Selects = (r, q) => newest.Contains(r) && PaperCity.Matches(r, q);
        var report = await PaperRun.OfAsync(city);
        report.Ids(Verdict.Fail).Should().Equal("GR2-REQS-046");
        report.Ids(Verdict.Warn).Should().BeEmpty();
    }

    static PaperCity Busy(int count, int hoursApart, int limit) => new()
    {
        Requests =
        [
            .. Enumerable.Range(0, count).Select(n => PaperCity.Make(5000 - n, PaperCity.Now - TimeSpan.FromHours(3 + (hoursApart * n)) - TimeSpan.FromSeconds(n))),
            .. PaperCity.Old(10),
        ],
        Limit = limit,
    };
}
