using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Support;

namespace Open311.Conformance.Tests.Rules.Extensions;

/// <summary>extensions=true: right, wrong in one way each, and absent.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class ExtendedAttributesTests
{
    const string Attributes = "<attributes><attribute><label>Depth</label><code>DEPTH</code><value>1</value></attribute></attributes>";
    const string AttributesJson = """
        "attributes":[{"label":"Depth","code":"DEPTH","value":"1"}]
        """;
    const string Extended = "<extended_attributes><ward>4</ward></extended_attributes>";
    const string ExtendedJson = """
        "extended_attributes":{"ward":"4"}
        """;

    [Test]
    public async Task An_extension_that_works_passes()
    {
        var report = await ExtensionRun.JudgeAsync(Extending((i, _) => i.Plus(Attributes + Extended + Note(i), $"{AttributesJson},{ExtendedJson},{NoteJson(i)}")));

        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.Passed(report).Should().BeEquivalentTo("EXT-ATTR-001", "EXT-ATTR-002", "EXT-ATTR-003", "EXT-NOTES-001");
        ExtensionRun.State(report, "ext-attributes").Should().Be(Findings.ClassState.Granted);
    }

    [Test]
    public async Task Members_of_the_extension_in_plain_answers_warn_even_where_the_argument_changes_nothing()
    {
        var town = new SmallTown();
        town.Edit((_, items) => items.Select(i => i.Plus(Extended, ExtendedJson)));
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(town)).Should().Equal("warn EXT-ATTR-001");
    }

    [Test]
    public async Task A_member_that_comes_always_beside_one_that_does_not_warns()
    {
        var town = new SmallTown();
        town.Edit((q, items) => items.Select(i => q["extensions"] == "true" ? i.Plus(Attributes + Extended, $"{AttributesJson},{ExtendedJson}") : i.Plus(Extended, ExtendedJson)));
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(town)).Should().Equal("warn EXT-ATTR-001");
    }

    [Test]
    public async Task Fields_of_others_that_are_always_there_claim_nothing()
    {
        var town = new SmallTown();
        town.Edit((_, items) => items.Select(i => i.Plus("<title>A title</title>", "\"title\":\"A title\"")));
        var report = await ExtensionRun.JudgeAsync(town);
        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.NotApplicable(report).Should().Contain("EXT-ATTR-001");
    }

    [Test]
    public async Task A_standard_field_that_changes_fails()
    {
        var town = Extending((i, _) => i.Plus(Extended, ExtendedJson).Replace("<status>open</status>", "<status>investigating</status>").Replace("\"status\":\"open\"", "\"status\":\"investigating\""));
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(town)).Should().Equal("fail EXT-ATTR-002");
    }

    [TestCase("<attributes>1</attributes>", "\"attributes\":{\"DEPTH\":\"1\"}")]
    [TestCase("<attributes><DEPTH>1</DEPTH></attributes>", "\"attributes\":[\"1\"]")]
    [TestCase("<extended_attributes>ward 4</extended_attributes>", "\"extended_attributes\":[{\"ward\":\"4\"}]")]
    [TestCase("<notes>done</notes>", "\"notes\":\"done\"")]
    public async Task A_member_of_another_shape_warns(string xml, string json) =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(Extending((i, _) => i.Plus(xml, json)))).Should().Contain("warn EXT-ATTR-003");

    [TestCase("description")]
    [TestCase("datetime")]
    [TestCase("type")]
    public async Task A_note_that_lacks_a_field_warns(string field) =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(Extending((i, _) => i.Plus(Note(i).Replace($"{field}>", "other>"), NoteJson(i).Replace($"\"{field}\"", "\"other\""))))).Should().Equal("warn EXT-NOTES-001");

    [TestCase("2019-01-01T00:00:00Z")]
    [TestCase("yesterday")]
    [TestCase("2026-06-15 11:00")]
    public async Task A_note_of_a_wrong_time_warns(string time) =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(Extending((i, _) => i.Plus(Note(i, time), NoteJson(i, time))))).Should().Equal("warn EXT-NOTES-001");

    [Test]
    public async Task Notes_in_no_order_warn()
    {
        static string Notes(string text) => text.Replace("</notes>", "").Replace("<notes>", "");
        string[] times = ["2026-06-15T11:00:00Z", "2026-06-15T09:00:00Z", "2026-06-15T10:00:00Z"];
        var town = Extending((i, _) => i.Plus(
            $"<notes>{string.Concat(times.Select(t => Notes(Note(i, t))))}</notes>",
            $"\"notes\":[{string.Join(',', times.Select(t => NoteJson(i, t)["\"notes\":[".Length..^1]))}]"));
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(town)).Should().Equal("warn EXT-NOTES-001");
    }

    [Test]
    public async Task Who_does_not_extend_fails_nothing()
    {
        var report = await ExtensionRun.JudgeAsync(new SmallTown());
        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.NotApplicable(report).Should().Contain(["EXT-ATTR-001", "EXT-ATTR-002", "EXT-ATTR-003", "EXT-NOTES-001"]);
    }

    [Test]
    public async Task Who_claims_to_extend_and_does_not_is_told_so() =>
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(new SmallTown(), ExtensionName.Attributes)).Should().Equal("warn EXT-ATTR-003");

    [Test]
    public async Task Who_claims_to_extend_and_breaks_down_fails()
    {
        var town = new SmallTown();
        town.AnswerAt("requests", q => q["extensions"] is null ? null : ScriptedAnswer.Error(400, q.Format, "The argument extensions is not known."));
        ExtensionRun.Violated(await ExtensionRun.JudgeAsync(town, ExtensionName.Attributes)).Should().Equal("fail EXT-ATTR-002");
    }

    static SmallTown Extending(Func<string, ScriptedQuestion, string> extend)
    {
        var town = new SmallTown();
        town.Edit((q, items) => items.Select(i => q["extensions"] == "true" ? extend(i, q) : i));
        return town;
    }

    static string Note(string item, string? time = null) =>
        $"<notes><note><datetime>{time ?? item.Field("updated_datetime")}</datetime><description>Seen</description><type>follow_on</type></note></notes>";

    static string NoteJson(string item, string? time = null) =>
        $"\"notes\":[{{\"datetime\":\"{time ?? item.Field("updated_datetime")}\",\"description\":\"Seen\",\"type\":\"follow_on\"}}]";
}
