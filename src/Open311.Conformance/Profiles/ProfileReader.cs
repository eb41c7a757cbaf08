using System.Globalization;
using Open311.Conformance.Fixtures;
using Open311.Conformance.Requirements;

namespace Open311.Conformance.Profiles;

/// <summary>Reads profiles, those that they extend before them.</summary>
/// <param name="catalog">The classes and requirements there are.</param>
/// <param name="find">Finds what <c>extends</c> names, as seen from a file; null when there is no such profile.</param>
sealed class ProfileReader(RequirementCatalog catalog, Func<string, FixtureFile, FixtureFile?> find)
{
    const int Most = 64;

    int read;

    /// <exception cref="FixtureException">Something in it, or in what it extends, cannot be used.</exception>
    public BuyerProfile Read(FixtureFile file) => Read(file, []);

    BuyerProfile Read(FixtureFile file, IReadOnlyList<FixtureFile> above)
    {
        var reader = new FixtureReader(file.Read(), "a profile");
        var name = reader.Text("name");
        reader.Subject = name;
        var title = reader.Text("title");
        if (++read > Most)
            throw reader.Refuse(reader.Node, $"more than {Most} profiles are extended one by another");
        IReadOnlyList<FixtureFile> chain = [.. above, file];
        var demands = new List<ProfileDemand>();
        var waivers = new List<ProfileWaiver>();
        foreach (var parent in Parents(reader))
        {
            var inherited = Read(Parent(reader, parent, file, chain), chain);
            Merge(demands, inherited.Demands);
            waivers.AddRange(inherited.Waivers);
        }

        List<ProfileDemand> own = [.. Demands(reader, "mandatory", Duty.Mandatory), .. Demands(reader, "recommended", Duty.Recommended), .. Demands(reader, "if-implemented", Duty.IfImplemented)];
        RefuseTwice(reader, own);
        Merge(demands, own);
        var ownWaivers = reader.MappingsOrEmpty("waivers", "a waiver").Select(Waiver).ToList();
        waivers.RemoveAll(w => ownWaivers.Exists(o => o.Requirement == w.Requirement));
        waivers.AddRange(ownWaivers);
        reader.Close();
        if (demands.Count == 0)
            throw reader.Refuse(reader.Node, "the profile asks for nothing, expected 'mandatory', 'recommended', 'if-implemented' or 'extends'");
        return new(name, title, [.. demands.OrderBy(d => d.Duty).ThenBy(d => !d.IsClass)], [.. waivers.DistinctBy(w => w.Requirement)]);
    }

    FixtureFile Parent(FixtureReader reader, FixtureNode named, FixtureFile file, IReadOnlyList<FixtureFile> chain)
    {
        var from = find(named.Text, file)
            ?? throw reader.Refuse(named, $"extends names '{named.Text}', expected a shipped profile or a file{Spelling.Suggest(named.Text, ProfileBook.Shipped)}; shipped are {string.Join(", ", ProfileBook.Shipped)}");
        if (chain.Any(c => IsSame(c, from)))
            throw reader.Refuse(named, $"the profiles extend each other in a circle: {string.Join(" -> ", chain.SkipWhile(c => !IsSame(c, from)).Select(c => c.Name))} -> {from.Name}");
        return from;
    }

    static bool IsSame(FixtureFile one, FixtureFile other) => one.FullPath is { } path ? path == other.FullPath : one.Name == other.Name;

    static IReadOnlyList<FixtureNode> Parents(FixtureReader reader) => reader.Optional("extends") switch
    {
        null => [],
        { Kind: FixtureKind.Scalar } one => [one],
        { Kind: FixtureKind.Sequence } many when many.Items.All(i => i.Kind == FixtureKind.Scalar) => many.Items,
        var other => throw reader.Refuse(other, $"extends is {other.Describe()}, expected the name of a profile or a list of names"),
    };

    IEnumerable<ProfileDemand> Demands(FixtureReader reader, string key, Duty duty)
    {
        if (reader.MappingOrNull(key, "classes and requirements") is not { } asked)
            yield break;
        foreach (var node in Names(asked, "classes"))
            yield return new(duty, true, catalog.FindClass(node.Text)?.Name ?? throw asked.Refuse(node, Clause(catalog.UnknownClass(node.Text))));
        foreach (var node in Names(asked, "requirements"))
            yield return new(duty, false, Known(asked, node));
        asked.Close();
    }

    static IReadOnlyList<FixtureNode> Names(FixtureReader asked, string key)
    {
        _ = asked.TextsOrEmpty(key);
        return asked.Optional(key)?.Items ?? [];
    }

    string Known(FixtureReader reader, FixtureNode node) =>
        catalog.Find(node.Text)?.Id ?? throw reader.Refuse(node, Clause(catalog.Unknown(node.Text)));

    ProfileWaiver Waiver(FixtureReader reader)
    {
        _ = reader.Text("requirement");
        var id = Known(reader, reader.Required("requirement"));
        reader.Subject = $"the waiver of {id}";
        var waiver = new ProfileWaiver(id, reader.Text("owner"), reader.Text("reason"), Day(reader, "expires"));
        reader.Close();
        return waiver;
    }

    /// <summary>A day such as <c>2027-01-31</c>.</summary>
    internal static DateOnly Day(FixtureReader reader, string key)
    {
        var text = reader.Text(key);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw reader.Refuse(reader.Required(key), $"{key} is '{text}', expected a day such as 2027-01-31");
    }

    static void RefuseTwice(FixtureReader reader, List<ProfileDemand> own)
    {
        if (own.GroupBy(d => d.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw reader.Refuse(reader.Node, $"'{twice.Key}' is asked for twice: as {string.Join(" and as ", twice.Select(d => d.Duty.Word()))}");
    }

    // What a profile says itself wins over what it inherits.
    static void Merge(List<ProfileDemand> into, IReadOnlyList<ProfileDemand> more)
    {
        into.RemoveAll(d => more.Any(m => m.Name == d.Name));
        into.AddRange(more);
    }

    static string Clause(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.');
}
