using System.Globalization;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Support;
using Open311.Protocol.Writing;

namespace Open311.Conformance.Tests.Rules.Extensions;

/// <summary>servicerequestupdates: right, wrong in one way each, absent, and what only looks like it.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class ServiceRequestUpdatesTests
{
    [Test]
    public async Task Updates_as_FixMyStreet_has_them_pass()
    {
        var report = await ExtensionRun.JudgeAsync(Updating());

        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.Passed(report).Should().Contain(["EXT-UPDT-001", "EXT-UPDT-002", "EXT-UPDT-003"]);
        ExtensionRun.State(report, "ext-updates").Should().Be(Findings.ClassState.Granted);
    }

    [TestCase("update_id", "EXT-UPDT-001")]
    [TestCase("service_request_id", "EXT-UPDT-001")]
    [TestCase("status", "EXT-UPDT-001")]
    [TestCase("updated_datetime", "EXT-UPDT-001")]
    public async Task An_update_that_lacks_a_field_warns(string field, string requirement) =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(Updating(without: field))).Should().Contain($"warn {requirement}");

    [Test]
    public async Task Times_without_zone_warn() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(Updating(dates: "yyyy-MM-dd HH:mm"))).Should().Contain("warn EXT-UPDT-002");

    [Test]
    public async Task Dates_that_do_not_select_warn() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(Updating(selects: false))).Should().Equal("warn EXT-UPDT-003");

    [Test]
    public async Task Who_has_no_updates_fails_nothing()
    {
        var report = await ExtensionRun.JudgeAsync(new SmallTown());
        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.NotApplicable(report).Should().Contain(["EXT-UPDT-001", "EXT-UPDT-002", "EXT-UPDT-003"]);
    }

    [TestCase("text/html", "<!DOCTYPE html><html><body>Welcome</body></html>", 200)]
    [TestCase("text/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests/>", 200)]
    [TestCase("text/html", "<html><body>Oops</body></html>", 500)]
    public async Task What_any_path_is_answered_with_is_no_extension(string type, string body, int status)
    {
        var town = new SmallTown();
        town.AnswerAt("servicerequestupdates", _ => ScriptedAnswer.Text(status, type, body));
        TownRun.Violations(await TownRun.JudgeAsync(town)).Should().BeEmpty();
    }

    [Test]
    public async Task Who_claims_updates_and_has_none_is_told_so() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(new SmallTown(), ExtensionName.Updates)).Should().Equal("warn EXT-UPDT-001");

    static SmallTown Updating(string without = "", string dates = "yyyy-MM-dd'T'HH:mm:ss'Z'", bool selects = true)
    {
        var town = new SmallTown();
        town.AnswerAt("servicerequestupdates", q => ScriptedAnswer.Data(
            new("service_request_updates", new DataList("request_update",
            [
                .. town.Requests.Select(r => (r.Id, At: r.Requested.AddHours(2)))
                    .Where(u => !selects || (!(u.At < q.Instant("start_date")) && !(u.At > q.Instant("end_date"))))
                    .Select(u => new DataObject(
                    [
                        .. ((KeyValuePair<string, Datum>[])
                        [
                            new("update_id", new DataText($"u{u.Id}")),
                            new("service_request_id", new DataText(u.Id)),
                            new("status", new DataText("investigating")),
                            new("description", new DataText("We are on it.")),
                            new("updated_datetime", new DataText(u.At.ToString(dates, CultureInfo.InvariantCulture))),
                        ]).Where(m => m.Key != without),
                    ])),
            ])),
            q.Format));
        return town;
    }
}
