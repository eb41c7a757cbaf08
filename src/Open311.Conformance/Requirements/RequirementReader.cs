using System.Text.RegularExpressions;
using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Requirements;

/// <summary>Reads one requirement.</summary>
static partial class RequirementReader
{
    const string Nothing = "none";

    public static Requirement Read(FixtureReader reader, string area, IReadOnlyDictionary<string, string> documents)
    {
        var id = reader.Text("id");
        if (!IdPattern().IsMatch(id))
            throw reader.Refuse(reader.Required("id"), $"id is '{id}', expected groups of capitals and digits with a three-digit number, such as GR2-REQS-031");
        reader.Subject = id;

        var document = reader.Text("doc");
        if (!documents.TryGetValue(document, out var source))
            throw reader.Refuse(reader.Required("doc"), $"doc is '{document}', expected one of the documents of the set{Spelling.Suggest(document, documents.Keys)}");

        var requirement = new Requirement
        {
            Id = id,
            Area = area,
            Doc = document,
            Source = source,
            Section = reader.Text("section"),
            Clause = Link(reader),
            Level = reader.Choice<Level>("level"),
            Basis = reader.Choice<Basis>("level_basis"),
            NormativeWord = reader.TextOrNull("normative_word"),
            Statement = reader.Text("statement"),
            Applies = reader.Text("applies"),
            Method = reader.Text("method"),
            HowToTest = reader.Text("how_to_test"),
            Writes = reader.Flag("writes"),
            WriteRisk = reader.OneOfOrNull("write_risk", "certain", "only-if-target-faulty"),
            Ruling = Unless(Nothing, reader.Text("ambiguity")),
            Accept = Unless(Nothing, reader.Text("accept")),
            Classes = reader.Texts("class"),
            Needs = reader.TextsOrEmpty("needs"),
            Refs = reader.TextsOrEmpty("refs"),
            Passes = reader.TextOrNull("passes"),
            Fails = reader.Text("fails"),
            Fix = reader.Text("fix"),
            Effect = reader.TextOrNull("effect"),
            Untested = reader.TextOrNull("untested"),
        };
        if (requirement.Writes != requirement.WriteRisk is not null)
            throw reader.Refuse(reader.Required("writes"), "writes and write_risk contradict each other, expected write_risk exactly where writes is true");
        reader.Close();
        return requirement;
    }

    static string Link(FixtureReader reader)
    {
        var clause = reader.Text("clause");
        return Uri.TryCreate(clause, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? clause
            : throw reader.Refuse(reader.Required("clause"), $"clause is '{clause}', expected a link that starts with https://");
    }

    static string? Unless(string word, string text) => text == word ? null : text;

    [GeneratedRegex("^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+-[0-9]{3}$")]
    private static partial Regex IdPattern();
}
