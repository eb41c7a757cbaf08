using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Running;

public sealed class ClassJudgeTests
{
    static readonly Target anybody = new() { Endpoint = new Uri("http://city.example/v2") };

    static readonly string[] musts = ["GR2-REQS-001", "GR2-REQS-002", "GR2-REQS-003", "GR2-DEF-001"];

    [Test]
    public void A_class_is_granted_when_no_must_fails_and_every_resource_was_exercised() => Of("read-xml", Passing()).Should().BeEquivalentTo(new
    {
        State = ClassState.Granted,
        Why = "No must-requirement is violated and every resource was exercised.",
        Title = "Reading",
        Musts = 4,
        Exercised = 4,
        Conform = 4,
        Failed = Array.Empty<string>(),
        Inconclusive = Array.Empty<string>(),
        Untested = new[] { "GR2-REQS-009" },
        Judged = true,
    });

    [Test]
    public void One_violated_must_refuses_it()
    {
        var result = Of("read-xml", [.. Passing(), Finding("GR2-REQS-002", Verdict.Fail)]);
        (result.State, result.Why).Should().Be((ClassState.Refused, "1 must-requirement is violated: GR2-REQS-002."));
        (result.Musts, result.Exercised, result.Conform).Should().Be((4, 4, 3));
        result.Failed.Should().Equal("GR2-REQS-002");
    }

    [Test]
    public void All_violated_musts_are_named() => Of("read-xml", [.. Passing(), Finding("GR2-REQS-002", Verdict.Fail), Finding("GR2-REQS-003", Verdict.Fail)])
        .Why.Should().Be("2 must-requirements are violated: GR2-REQS-002, GR2-REQS-003.");

    [Test]
    public void Warnings_refuse_nothing() => Of("read-xml", [.. Passing(), Finding("GR2-REQS-002", Verdict.Warn)]).State.Should().Be(ClassState.Granted);

    [Test]
    public void What_fails_in_JSON_only_is_not_held_against_XML_nor_the_other_way_round()
    {
        Finding[] findings = [.. Passing(), .. Passing(DataFormat.Xml), .. Passing(DataFormat.Json), Finding("GR2-REQS-002", Verdict.Fail, DataFormat.Json)];
        Of("read-xml", findings).State.Should().Be(ClassState.Granted);
        Of("read-json", findings).Failed.Should().Equal("GR2-REQS-002");

        findings = [.. Passing(DataFormat.Xml), .. Passing(DataFormat.Json), Finding("GR2-REQS-002", Verdict.Fail, DataFormat.Xml)];
        Of("read-xml", findings).State.Should().Be(ClassState.Refused);
        var json = Of("read-json", findings);
        json.Failed.Should().BeEmpty();
        (json.State, json.Why).Should().Be((ClassState.Refused, "It requires read-xml, which is refused."));
    }

    [Test]
    public void Other_classes_count_both_formats() =>
        Of("write", [.. Passing(), Finding("GR2-POST-001", Verdict.Pass, DataFormat.Xml), Finding("GR2-POST-001", Verdict.Fail, DataFormat.Json)]).Failed.Should().Equal("GR2-POST-001");

    [Test]
    public void A_resource_that_was_not_exercised_withholds_it()
    {
        var result = Of("read-xml", [.. Passing().Where(f => f.Requirement.Id != "GR2-REQS-001"), Finding("GR2-REQS-001", Verdict.Inconclusive)]);
        (result.State, result.Why).Should().Be((ClassState.NotTested, "The list could not be exercised."));
        result.Inconclusive.Should().Equal("GR2-REQS-001");
        (result.Musts, result.Exercised, result.Conform).Should().Be((4, 3, 3));
    }

    [TestCase(Verdict.NotApplicable, ClassState.Granted)]
    [TestCase(Verdict.Inconclusive, ClassState.NotTested)]
    [TestCase(Verdict.Skipped, ClassState.NotTested)]
    public void An_optional_resource_may_not_apply_but_not_remain_unseen(Verdict verdict, ClassState state)
    {
        var result = Of("read-xml", [.. Passing().Where(f => f.Requirement.Id != "GR2-DEF-001"), Finding("GR2-DEF-001", verdict)]);
        result.State.Should().Be(state);
        if (state == ClassState.NotTested)
            result.Why.Should().Be("A definition could not be exercised.");
    }

    [Test]
    public void A_resource_that_is_not_optional_has_to_apply() =>
        Of("read-xml", [.. Passing().Where(f => f.Requirement.Id != "GR2-REQS-001"), Finding("GR2-REQS-001", Verdict.NotApplicable)]).State.Should().Be(ClassState.NotTested);

    [Test]
    public void An_optional_resource_of_which_nothing_is_known_remains_unseen() =>
        Of("read-xml", [.. Passing().Where(f => f.Requirement.Id != "GR2-DEF-001")]).State.Should().Be(ClassState.NotTested);

    [Test]
    public void Musts_that_could_not_be_exercised_are_named_where_it_is_granted()
    {
        var result = Of("read-xml", [.. Passing().Where(f => f.Requirement.Id != "GR2-REQS-002"), Finding("GR2-REQS-002", Verdict.Inconclusive)]);
        (result.State, result.Why).Should().Be((ClassState.Granted, "No must-requirement is violated; 1 could not be exercised: GR2-REQS-002."));
        (result.Musts, result.Exercised, result.Conform).Should().Be((4, 3, 3));
    }

    [Test]
    public void A_must_exercised_in_one_format_is_not_inconclusive()
    {
        var result = Of("write", [.. Passing(), Finding("GR2-POST-001", Verdict.Pass, DataFormat.Xml), Finding("GR2-POST-001", Verdict.Inconclusive, DataFormat.Json)]);
        result.Inconclusive.Should().BeEmpty();
        (result.State, result.Musts, result.Exercised).Should().Be((ClassState.Granted, 1, 1));
    }

    [Test]
    public void What_does_not_apply_is_not_counted()
    {
        var result = Of("read-xml", [.. Passing().Where(f => f.Requirement.Id != "GR2-REQS-003"), Finding("GR2-REQS-003", Verdict.NotApplicable)]);
        (result.Musts, result.Exercised, result.Conform).Should().Be((3, 3, 3));
        result.Inconclusive.Should().BeEmpty();
    }

    [Test]
    public void A_class_that_was_not_asked_for_is_not_tested()
    {
        var results = Judge([.. Passing(), Finding("GR2-REQS-002", Verdict.Fail)], anybody with { Classes = ["advice"] });
        results.Single(r => r.Name == "read-xml").Should().Match<ClassResult>(r => r.State == ClassState.NotTested && r.Why == "Not asked for.");
    }

    [Test]
    public void Classes_come_in_the_order_of_the_register_and_what_this_release_does_not_test_says_so()
    {
        var results = Judge(Passing(), anybody);
        results.Select(r => r.Name).Should().Equal("read-xml", "read-json", "write", "advice", "bulk");
        results[4].Should().Match<ClassResult>(r => r.State == ClassState.NotTested && r.Why == "Bulk data is not tested yet." && !r.Judged);
    }

    [Test]
    public void Without_a_survey_nothing_is_decided() =>
        new ClassJudge(SmallRegister.Suite.Catalog, anybody, null).Judge([.. Passing(), Finding("GR2-REQS-002", Verdict.Fail)])[0]
            .Should().Match<ClassResult>(r => r.State == ClassState.NotTested && r.Why == "The endpoint could not be tested.");

    [Test]
    public void JSON_that_is_not_offered_is_not_tested() =>
        new ClassJudge(SmallRegister.Suite.Catalog, anybody, SmallRegister.Survey(json: false)).Judge([.. Passing(), Finding("GR2-REQS-002", Verdict.Fail)])[1]
            .Should().Match<ClassResult>(r => r.Name == "read-json" && r.State == ClassState.NotTested && r.Why == "JSON is not offered.");

    [Test]
    public void What_nobody_asked_for_or_offered_is_not_refused_with_what_it_requires()
    {
        Finding[] failing = [.. Passing(), Finding("GR2-REQS-002", Verdict.Fail)];
        var skipped = Of("write", [.. failing, Finding("GR2-POST-001", Verdict.Skipped) with { Message = "It needs a key." }]);
        (skipped.State, skipped.Why).Should().Be((ClassState.NotTested, "It needs a key."));
        Of("write", failing).Should().Match<ClassResult>(r => r.State == ClassState.NotTested && r.Why == "Nothing of it could be exercised.");

        Of("write", [.. failing, Finding("GR2-POST-001", Verdict.Inconclusive)]).State.Should().Be(ClassState.Refused);
    }

    [Test]
    public void What_the_operator_did_not_give_says_more_than_what_was_never_declared()
    {
        var result = Of("advice", [
            Finding("GR2-ADV-001", Verdict.NotApplicable) with { Message = "It was never declared." },
            Finding("GR2-ADV-002", Verdict.Skipped) with { Message = "It needs a key." },
            Finding("GR2-ADV-003", Verdict.Skipped) with { Message = "Not asked for in this run.", Case = null }]);
        result.Why.Should().Be("It needs a key.");
    }

    [Test]
    public void What_was_merely_inconclusive_is_not_tested() =>
        Of("write", [.. Passing(), Finding("GR2-POST-001", Verdict.Inconclusive)]).Should().Match<ClassResult>(r =>
            r.State == ClassState.NotTested && r.Why == "Nothing of it could be exercised." && r.Inconclusive.Count == 1);

    [Test]
    public void Recommendations_are_granted_with_what_was_recommended_in_vain()
    {
        Of("advice", [Finding("GR2-ADV-001", Verdict.Pass), Finding("GR2-ADV-002", Verdict.Info), Finding("GR2-ADV-003", Verdict.Inconclusive)])
            .Should().Match<ClassResult>(r => r.State == ClassState.Granted && r.Why == "It has no must-requirement; all 2 recommendations that could be exercised are met.");
        Of("advice", [Finding("GR2-ADV-001", Verdict.Warn), Finding("GR2-ADV-002", Verdict.Pass)])
            .Why.Should().Be("It has no must-requirement; of 2 recommendations that could be exercised 1 is not met: GR2-ADV-001.");
        Of("advice", [Finding("GR2-ADV-001", Verdict.Warn), Finding("GR2-ADV-001", Verdict.Pass, DataFormat.Json), Finding("GR2-ADV-002", Verdict.Warn)])
            .Why.Should().Be("It has no must-requirement; of 2 recommendations that could be exercised 2 are not met: GR2-ADV-001, GR2-ADV-002.");
    }

    [TestCase(ClassState.Granted, "granted")]
    [TestCase(ClassState.Refused, "refused")]
    [TestCase(ClassState.NotTested, "not-tested")]
    public void States_have_words_of_their_own(ClassState state, string word) => state.Word().Should().Be(word);

    static IReadOnlyList<Finding> Passing(DataFormat? format = null) =>
        [.. musts.Select(id => Finding(id, Verdict.Pass, format)), Finding("GR2-REQS-009", Verdict.Skipped) with { Case = null }];

    static Finding Finding(string id, Verdict verdict, DataFormat? format = null) => SmallRegister.Finding(id, verdict, format);

    static ClassResult Of(string name, IReadOnlyList<Finding> findings) => Judge(findings, anybody).Single(r => r.Name == name);

    static IReadOnlyList<ClassResult> Judge(IReadOnlyList<Finding> findings, Target target) =>
        new ClassJudge(SmallRegister.Suite.Catalog, target, SmallRegister.Survey()).Judge(findings);
}
