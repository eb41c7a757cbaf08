using System.Text.Json;
using Open311.Mock.Alterations;
using Open311.Mock.Faults;
using Open311.Mock.Fixtures;
using Open311.Testing;

namespace Open311.Mock.Tests.Alterations;

/// <summary>The schema of changes and the reader know the same mutators, and of each the same parameters.</summary>
public sealed class MutatorsFollowTheirSchema
{
    static IEnumerable<string> Names => AlterationReader.Names;

    [Test]
    public void Which_lists_every_mutator_and_no_other() =>
        Mutators().EnumerateObject().Select(m => m.Name).Should().BeEquivalentTo(Names);

    [TestCaseSource(nameof(Names))]
    public void Which_lists_the_parameters_of_each(string name)
    {
        var listed = Mutators().GetProperty(name).GetProperty("properties").EnumerateObject().Select(p => p.Name);

        // The reader tells what it knows when it meets what it does not know.
        var parse = () => FaultCatalog.Parse("f.yaml", $"- {{ id: f, title: T., requirements: [X-1], change: [{name}: {{ {Least(name)}zzz: 1 }}] }}");
        var told = parse.Should().Throw<FixtureException>().Which.Message;

        told.Should().Contain("'zzz' is not known here; ");
        told.Split("known are ").Skip(1).SelectMany(known => known.TrimEnd('.').Split(", ")).Should().BeEquivalentTo(listed);
    }

    static JsonElement Mutators() =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("fixtures", "schemas", "change.schema.json"))).RootElement
            .GetProperty("definitions").GetProperty("change").GetProperty("properties");

    // What a mutator cannot do without.
    static string Least(string name) => name switch
    {
        "ignore-argument" => "argument: a, value: b, ",
        "get-posts" => "argument: a, ",
        "refuse" => "code: 400, description: No., where: { a: b }, ",
        "answer-format" => "as: xml, ",
        "rename-field" or "item-name" or "rename-root" => "to: a, ",
        "move-field" => "below: a, ",
        "swap-fields" => "with: a, ",
        "sort-fields" => "by: name, ",
        "drop-empty" => "as: text, ",
        "json-type" => "as: string, ",
        "flatten-list" => "list: a, ",
        "replace" => "pattern: a, ",
        "bytes" => "as: bom, ",
        "status" => "code: 200, ",
        "header" => "name: A, ",
        "city" => "recent: 1, days: 1, ",
        _ => "",
    };
}
