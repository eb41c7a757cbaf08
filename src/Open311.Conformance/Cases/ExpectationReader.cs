using System.Globalization;
using Open311.Conformance.Findings;
using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Cases;

/// <summary>Reads one item of <c>expect:</c>.</summary>
static class ExpectationReader
{
    static readonly string[] kinds = ["status", "document", "every", "includes", "count", "not-empty", "same-items-as", "empty-list", "refused-or-empty", "names", "same-status-as", "accepted"];

    public static Expectation Read(FixtureReader reader, string id, IReadOnlyList<string> requirements)
    {
        reader.Subject = id;
        var given = kinds.Where(reader.Has).ToList();
        if (given is not [var kind])
            throw reader.Node.Refuse($"{id}: an expectation has one of {string.Join(", ", kinds)}");
        var requirement = reader.TextOrNull("requirement") ?? requirements[0];
        if (!requirements.Contains(requirement))
            throw reader.Node.Refuse($"{id}: an expectation decides {requirement}, which the case does not list under requirements");
        var expectation = Content(reader, kind, id) with
        {
            Requirement = requirement,
            Otherwise = reader.OneOfOrNull("otherwise", "fail", "warn", "info") is { } word ? Word(word) : null,
            Follows = reader.TextOrNull("follows"),
            Decisive = reader.FlagOr("decisive", true),
        };
        reader.Close();
        return expectation;
    }

    static Expectation Content(FixtureReader reader, string kind, string id)
    {
        var node = reader.Required(kind);
        var blank = new Expectation { Kind = default, Requirement = "" };
        return kind switch
        {
            "status" => blank with { Kind = ExpectationKind.Status, Statuses = Statuses(node, id), Wanted = Wanted(node) },
            "document" => blank with { Kind = ExpectationKind.Document },
            "accepted" => blank with { Kind = ExpectationKind.Accepted },
            "not-empty" => blank with { Kind = ExpectationKind.NotEmpty },
            "empty-list" => blank with { Kind = ExpectationKind.EmptyList },
            "refused-or-empty" => blank with { Kind = ExpectationKind.RefusedOrEmpty, Statuses = node.Items.Select(i => Status(i, id)).ToDictionary(s => s, _ => Verdict.Pass), Wanted = $"{string.Join(" or ", node.Items.Select(i => i.Text))}, or an empty list" },
            "count" => blank with { Kind = ExpectationKind.Count, Count = reader.NumberOrNull("count") ?? 0 },
            "names" => blank with { Kind = ExpectationKind.Names, Values = [reader.Text("names")] },
            "same-items-as" => blank with { Kind = ExpectationKind.SameItems, Other = CaseLoader.Other(node, id) },
            "same-status-as" => blank with { Kind = ExpectationKind.SameStatus, Other = CaseLoader.Other(node, id) },
            _ => Items(node, id, kind == "every" ? ExpectationKind.Every : ExpectationKind.Includes),
        };
    }

    static Expectation Items(FixtureNode node, string id, ExpectationKind kind)
    {
        var reader = new FixtureReader(node, "a field and its values") { Subject = id };
        var expectation = new Expectation { Kind = kind, Requirement = "", Field = reader.Text("field"), Values = reader.Texts("in") };
        reader.Close();
        return expectation;
    }

    static Dictionary<int, Verdict> Statuses(FixtureNode node, string id)
    {
        var result = new Dictionary<int, Verdict>();
        if (node.Kind == FixtureKind.Scalar)
        {
            Add(result, node, id, Verdict.Pass);
            return result;
        }

        var reader = new FixtureReader(node, "status codes by verdict") { Subject = id };
        foreach (var word in (string[])["pass", "info", "warn", "fail"])
        {
            foreach (var item in reader.Optional(word)?.Items ?? [])
                Add(result, item, id, word == "pass" ? Verdict.Pass : Word(word));
        }

        reader.Close();
        return result;
    }

    // A single code counts for more than the class it belongs to, whatever their order.
    static void Add(Dictionary<int, Verdict> result, FixtureNode node, string id, Verdict verdict)
    {
        if (node.Text is [var hundred and >= '1' and <= '5', 'x', 'x'])
        {
            for (var status = (hundred - '0') * 100; status < ((hundred - '0') * 100) + 100; status++)
                result.TryAdd(status, verdict);
        }
        else
        {
            result[Status(node, id)] = verdict;
        }
    }

    static string Wanted(FixtureNode node) => node.Kind == FixtureKind.Scalar
        ? node.Text
        : string.Join(" or ", new FixtureReader(node, "status codes by verdict").Optional("pass")?.Items.Select(i => i.Text) ?? []);

    static int Status(FixtureNode node, string id) =>
        int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599
            ? status
            : throw node.Refuse($"{id}: status is {node.Describe()}, expected a code from 100 to 599");

    static Verdict Word(string word) => word switch { "fail" => Verdict.Fail, "warn" => Verdict.Warn, _ => Verdict.Info };
}
