using Open311.Mock.Clients;

namespace Open311.Mock.Tests.Clients;

public sealed class ClientRequirementFiles
{
    [Test]
    public void Every_requirement_has_one_rule_and_every_rule_a_requirement()
    {
        var catalog = ClientRequirementCatalog.Load();
        RuleBook.Rules().Select(r => r.Requirement).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(catalog.All.Select(r => r.Id));
    }

    [Test]
    public void What_is_inferred_says_why()
    {
        ClientRequirementCatalog.Load().All.Where(r => r.IsInferred).Should().OnlyContain(r => r.Reason != null);
    }

    [Test]
    public void A_must_that_is_broken_is_a_call_that_a_case_of_these_tests_makes()
    {
        string[] elsewhere = ["CLI-HTTP-005", "CLI-TOK-002"];
        var tested = ReadCalls.Cases.Concat(PostCalls.Cases).SelectMany(c => c.Expected).Concat(PastCalls.Tested).Concat(elsewhere).Distinct();
        ClientRequirementCatalog.Load().All.Select(r => r.Id).Should().BeSubsetOf(tested);
    }
}
