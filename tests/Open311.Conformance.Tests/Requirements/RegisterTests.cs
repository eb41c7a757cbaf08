using Open311.Conformance.Fixtures;
using Open311.Conformance.Requirements;
using Open311.Testing;

namespace Open311.Conformance.Tests.Requirements;

/// <summary>The catalogue says what the register it was made from says, where that lies beside the checkout.</summary>
public sealed class RegisterTests
{
    static readonly string Register = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "spec", "requirements.yaml"));

    [Test]
    public void Agrees_with_the_register_in_every_field()
    {
        if (!File.Exists(Register))
            Assert.Ignore($"The register is not at {Register}, so there is nothing to compare with.");
        var items = FixtureFile.FromText("requirements.yaml", File.ReadAllText(Register)).Read().Items;
        var ofRegister = RequirementCatalog.Load().Requirements.Where(requirement => requirement.Doc != "dialects.md").ToList();

        ofRegister.Select(requirement => requirement.Id).Should().Equal(items.Select(item => Text(item, "id")));
        foreach (var (item, requirement) in items.Zip(ofRegister))
            Fields(requirement).Should().Equal(Fields(item), because: "{0} is to be as in the register", requirement.Id);
    }

    static string[] Fields(Requirement requirement) =>
    [
        requirement.Id, requirement.Doc, requirement.Section, requirement.Level.ToString().ToLowerInvariant(),
        requirement.Basis.ToString().ToLowerInvariant(), requirement.NormativeWord ?? "", requirement.Statement, requirement.Applies,
        requirement.Method, requirement.HowToTest, requirement.Writes ? "true" : "false", requirement.WriteRisk ?? "",
        requirement.Ruling ?? "none", requirement.Accept ?? "none",
        string.Join('|', requirement.Classes), string.Join('|', requirement.Needs), string.Join('|', requirement.Refs),
    ];

    static string[] Fields(FixtureNode item) =>
    [
        Text(item, "id"), Text(item, "doc"), Text(item, "section"), Text(item, "level"), Text(item, "level_basis"),
        Text(item, "normative_word"), Text(item, "statement"), Text(item, "applies"), Text(item, "method"), Text(item, "how_to_test"),
        Text(item, "writes"), Text(item, "write_risk"), Text(item, "ambiguity"), Text(item, "accept"),
        Texts(item, "class"), Texts(item, "needs"), Texts(item, "refs"),
    ];

    static string Text(FixtureNode item, string key) => Value(item, key)?.Text.Trim() ?? "";

    static string Texts(FixtureNode item, string key) => string.Join('|', Value(item, key)?.Items.Select(value => value.Text) ?? []);

    static FixtureNode? Value(FixtureNode item, string key) => item.Fields.FirstOrDefault(field => field.Key == key)?.Value;
}
