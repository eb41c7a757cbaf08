using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Support;
using Open311.Protocol.Writing;

namespace Open311.Conformance.Tests.Rules.Extensions;

/// <summary>updated_after and updated_before, and the draft of 2.1 that has them: right, wrong in one way each, and absent.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class UpdatedFiltersTests
{
    const string Draft = "http://wiki.open311.org/GeoReport_v2.1_Draft";

    [Test]
    public async Task Filters_that_work_pass()
    {
        var report = await ExtensionRun.JudgeAsync(Filtering((updated, after, before) => !(updated < after) && !(updated > before)));

        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.Passed(report).Should().Contain(["V21-UPD-001", "V21-UPD-002", "V21-UPD-003"]);
        ExtensionRun.State(report, "ext-updated").Should().Be(Findings.ClassState.Granted);
    }

    [Test]
    public async Task Updates_before_the_bound_fail() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(Filtering((updated, after, before) => !(updated < after - TimeSpan.FromDays(3)) && !(updated > before)))).Should().Contain("fail V21-UPD-001");

    [Test]
    public async Task Updates_that_are_left_out_fail() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(Filtering((updated, after, before) => !(updated < after + TimeSpan.FromDays(3)) && !(updated > before)))).Should().Contain("fail V21-UPD-001");

    [Test]
    public async Task A_bound_above_that_is_ignored_fails() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(Filtering((updated, after, _) => !(updated < after)))).Should().Contain("fail V21-UPD-002");

    [Test]
    public async Task Old_requests_that_are_left_out_fail()
    {
        var town = Filtering((updated, after, before) => !(updated < after) && !(updated > before) && updated > SmallTown.Now - TimeSpan.FromDays(90));
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(town)).Should().Equal("fail V21-UPD-001");
    }

    [Test]
    public async Task Who_does_not_filter_fails_nothing()
    {
        var report = await ExtensionRun.JudgeAsync(new SmallTown());
        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.NotApplicable(report).Should().Contain(["V21-UPD-001", "V21-UPD-002", "V21-UPD-003", "V21-DATE-001"]);
    }

    [Test]
    public async Task Who_claims_to_filter_and_does_not_fails() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(new SmallTown(), ExtensionName.Updated)).Should().Equal("fail V21-UPD-001");

    [Test]
    public async Task Who_is_listed_for_the_draft_must_filter()
    {
        var town = new SmallTown();
        town.Endpoints.Add(new(Draft, ScriptedQuestion.Endpoint.OriginalString, "test"));
        var report = await ExtensionRun.JudgeAsync(town);

        ExtensionRun.Violated(report).Should().Equal("fail V21-UPD-001");
        ExtensionRun.Passed(report).Should().Contain("V21-DATE-001");
        ExtensionRun.State(report, "v21-draft").Should().Be(Findings.ClassState.Refused);
    }

    [Test]
    public async Task Another_endpoint_for_the_draft_claims_nothing_for_this_one()
    {
        var town = new SmallTown();
        town.Endpoints.Add(new(Draft, "http://city.example/open311/v2.1", "test"));
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(town)).Should().BeEmpty();
    }

    // Selected by updated_datetime alone, whatever their age, as the draft has it.
    static SmallTown Filtering(Func<DateTimeOffset, DateTimeOffset?, DateTimeOffset?, bool> keep)
    {
        var town = new SmallTown();
        town.Requests.AddRange(Enumerable.Range(0, 4).Select(n => TownRequest.Make(20 + n, SmallTown.Now - TimeSpan.FromDays(120 + n))));
        town.AnswerAt("requests", q => q["updated_after"] is null && q["updated_before"] is null
            ? null
            : ScriptedAnswer.Data(
                new("service_requests", new DataList("request", [.. town.Requests.Where(r => keep(r.Requested.AddHours(2), q.Instant("updated_after"), q.Instant("updated_before"))).Select(r => r.Item(town.Services.Find(s => s.Code == r.Code)!.Name))])),
                q.Format));
        return town;
    }
}
