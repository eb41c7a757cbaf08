using System.Globalization;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Acceptance;
using Open311.Mock.Serving;

namespace Open311.Conformance.Tests.Running;

/// <summary>An endpoint that answers short windows of dates only is asked for no longer ones, whatever the question is about.</summary>
public sealed class WindowCapTests
{
    // Inverted and unreadable windows are asked for on purpose, and span nothing.
    [TestCase(7)]
    [TestCase(25)]
    [TestCase(90)]
    public async Task No_window_is_longer_than_the_endpoint_answers(int days)
    {
        var (report, wire) = await WritingRun.JudgeAsync(new CityServerOptions(), t => t with { ApiKey = null, Writes = new WriteOptions(), MaxWindowDays = days });

        var windows = wire.Sent.Where(r => r.Url.OriginalString.Contains("/requests.")).Select(r => (r, Span: Span(r))).Where(w => w.Span is not null).ToList();
        windows.Should().HaveCountGreaterThan(20);
        if (days < 90)
            windows.Where(w => w.Span > TimeSpan.FromDays(days)).Select(w => w.r.Url.OriginalString).Should().BeEmpty();
        else
            windows.Should().Contain(w => w.Span > TimeSpan.FromDays(days), "a window over 90 days is what GR2-REQS-036 speaks of");
        CityRun.Violations(report, Verdict.Fail).Should().BeEmpty();
        report.Outcome.Should().Be(RunOutcome.Conformant);
    }

    static TimeSpan? Span(ProbeRequest request)
    {
        var arguments = request.Url.OriginalString.Split('?') is [_, var query] ? query.Split('&').Select(a => a.Split('=', 2)).Where(a => a.Length == 2).ToLookup(a => a[0], a => Uri.UnescapeDataString(a[1])) : null;
        return arguments is null || Instant(arguments["start_date"].FirstOrDefault()) is not { } start
            ? null
            : (Instant(arguments["end_date"].FirstOrDefault()) ?? CityRun.Now) - start;
    }

    static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
