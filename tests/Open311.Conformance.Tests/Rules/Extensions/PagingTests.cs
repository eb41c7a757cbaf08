using System.Globalization;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules.Extensions;

/// <summary>page and page_size: right, wrong in one way each, and absent.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class PagingTests
{
    [Test]
    public async Task A_pager_that_works_passes()
    {
        var report = await ExtensionRun.JudgeAsync(Paged((items, page, size) => items.Skip((page - 1) * size).Take(size)));

        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.Passed(report).Should().BeEquivalentTo("EXT-PAGE-001", "EXT-PAGE-002", "EXT-PAGE-003", "EXT-PAGE-004", "EXT-PAGE-005");
        ExtensionRun.State(report, "ext-paging").Should().Be(Findings.ClassState.Granted);
    }

    [Test]
    public async Task A_page_holds_what_page_size_says()
    {
        var report = await ExtensionRun.JudgeAsync(Paged((items, page, size) => items.Skip((page - 1) * size).Take(size + 1)));
        ExtensionRun.Violated(report).Should().Contain("fail EXT-PAGE-001");
    }

    [Test]
    public async Task A_request_on_two_pages_is_found()
    {
        var report = await ExtensionRun.JudgeAsync(Paged((items, page, size) => items.Skip(((page - 1) * size) - (page == 2 ? 1 : 0)).Take(size)));
        ExtensionRun.Violated(report).Should().Equal("fail EXT-PAGE-002");
    }

    [Test]
    public async Task A_request_on_no_page_is_found()
    {
        var report = await ExtensionRun.JudgeAsync(Paged((items, page, size) => items.Skip(((page - 1) * size) + (page == 2 ? 1 : 0)).Take(size)));
        ExtensionRun.Violated(report).Should().Equal("fail EXT-PAGE-002");
    }

    [Test]
    public async Task Counting_from_zero_warns_and_nothing_else()
    {
        var report = await ExtensionRun.JudgeAsync(Paged((items, page, size) => items.Skip(page * size).Take(size), usual: 0));
        ExtensionRun.Violated(report).Should().Equal("warn EXT-PAGE-003");
    }

    [Test]
    public async Task Repeating_the_last_page_beyond_the_end_fails()
    {
        var report = await ExtensionRun.JudgeAsync(Paged((items, page, size) => items.Skip((Math.Min(page, (items.Count + size - 1) / size) - 1) * size).Take(size)));
        ExtensionRun.Violated(report).Should().Equal("fail EXT-PAGE-004");
    }

    [Test]
    public async Task A_negative_size_that_is_not_found_warns()
    {
        var town = Paged((items, page, size) => items.Skip((page - 1) * size).Take(size));
        town.AnswerAt("requests", q => q["page_size"] == "-1" ? ScriptedAnswer.Error(404, q.Format, "There is no such page.") : null);
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(town)).Should().Contain("warn EXT-PAGE-005");
    }

    [Test]
    public async Task Who_does_not_page_fails_nothing()
    {
        var report = await ExtensionRun.JudgeAsync(new SmallTown());
        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.NotApplicable(report).Should().Contain(["EXT-PAGE-001", "EXT-PAGE-002", "EXT-PAGE-003", "EXT-PAGE-004", "EXT-PAGE-005"]);
    }

    [Test]
    public async Task Who_claims_to_page_and_does_not_fails()
    {
        var report = await ExtensionRun.JudgeAsync(new SmallTown(), ExtensionName.Paging);
        ExtensionRun.Violated(report).Should().Equal("fail EXT-PAGE-001");
    }

    static SmallTown Paged(Func<IReadOnlyList<string>, int, int, IEnumerable<string>> cut, int usual = 1)
    {
        var town = new SmallTown();
        town.Edit((q, items) => Number(q["page_size"]) is > 0 and var size ? cut(items, Math.Max(usual, Number(q["page"]) ?? usual), size) : items);
        return town;
    }

    static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
