using Open311.Conformance.Findings;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules.Extensions;

/// <summary>The fields of CitySDK, and whether web pages can read: right, wrong in one way each, and absent.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class CitySdkFieldsTests
{
    [Test]
    public async Task Fields_and_filters_that_work_pass()
    {
        var report = await ExtensionRun.JudgeAsync(City());
        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.Passed(report).Should().Contain(["EXT-CSDK-001", "EXT-CSDK-002"]);
    }

    [Test]
    public async Task A_single_media_url_in_place_of_the_list_warns() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(City(media: "\"https://media.example/1.jpg\"", mediaXml: "https://media.example/1.jpg"))).Should().Equal("warn EXT-CSDK-001");

    [Test]
    public async Task An_object_without_its_type_warns() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(City(type: "other"))).Should().Contain("warn EXT-CSDK-001");

    [Test]
    public async Task A_filter_that_is_ignored_warns() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(City(filters: false))).Should().Equal("warn EXT-CSDK-002");

    [Test]
    public async Task Who_is_no_city_of_CitySDK_fails_nothing()
    {
        var report = await ExtensionRun.JudgeAsync(new SmallTown());
        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.NotApplicable(report).Should().Contain(["EXT-CSDK-001", "EXT-CSDK-002"]);
    }

    [Test]
    public async Task Who_claims_the_fields_and_has_none_is_told_so() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(new SmallTown(), ExtensionName.CitySdk)).Should().Equal("warn EXT-CSDK-001");

    [TestCase(false, false, "There is neither a CORS header nor a JSONP callback.")]
    [TestCase(true, false, "Access-Control-Allow-Origin is *.")]
    [TestCase(false, true, "JSON can be had by a JSONP callback; there is no CORS header.")]
    [TestCase(true, true, "Access-Control-Allow-Origin is *, and there is a JSONP callback.")]
    public async Task It_is_noted_how_web_pages_can_read(bool cors, bool jsonp, string note)
    {
        var town = new SmallTown { Alter = (q, a) => cors ? a with { Headers = [.. a.Headers, new("Access-Control-Allow-Origin", "*")] } : a };
        if (jsonp)
            town.AnswerAt("services", q => q["callback"] is { } name ? ScriptedAnswer.Text(200, "application/javascript", $"{name}([]);") : null);
        var report = await ExtensionRun.JudgeAsync(town);

        report.Findings.Single(f => f.Requirement.Id == "EXT-WEB-001").Should().Match<Finding>(f => f.Verdict == Verdict.Info && f.Message == note);
        ExtensionRun.Violated(report).Should().BeEmpty();
    }

    static SmallTown City(string media = "[\"https://media.example/1.jpg\"]", string mediaXml = "<media_url>https://media.example/1.jpg</media_url>", string type = "service_object_type", bool filters = true)
    {
        var town = new SmallTown();
        town.Edit((q, items) => items
            .Where(i => !filters || q["service_object_id"] is not { } id || i.Field("service_request_id") == id)
            .Select(i => q["extensions"] != "true" ? i : i.Plus(
                $"<extended_attributes><title>Hole</title><{type}>lamp</{type}><service_object_id>{i.Field("service_request_id")}</service_object_id><media_urls>{mediaXml}</media_urls></extended_attributes>",
                $"\"extended_attributes\":{{\"title\":\"Hole\",\"{type}\":\"lamp\",\"service_object_id\":\"{i.Field("service_request_id")}\",\"media_urls\":{media}}}")));
        return town;
    }
}
