using Open311.Conformance.Fixtures;
using Open311.Conformance.Profiles;
using Open311.Conformance.Requirements;
using Open311.Protocol;

namespace Open311.Conformance.Baselines;

/// <summary>The failures known of an endpoint.</summary>
/// <param name="Known">In the order of the file.</param>
public sealed record Baseline(IReadOnlyList<KnownFailure> Known)
{
    const int LargestFile = 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shownAs">The name messages use.</param>
    /// <param name="catalog">The requirements there are.</param>
    /// <exception cref="FixtureException">Something in it cannot be used; the message names file and line.</exception>
    public static Baseline Read(FileInfo file, string shownAs, RequirementCatalog catalog)
    {
        if (file.Length > LargestFile)
            throw new FixtureException(shownAs, 0, 0, $"the file has {file.Length} bytes; a baseline has at most {LargestFile}");
        var root = new FixtureReader(FixtureFile.At(file, shownAs).Read(), "a baseline");
        var list = root.Required("known");
        root.Close();
        var known = list is { Kind: FixtureKind.Sequence, Items.Count: 0 } ? [] : FixtureReader.Each(list, "a known failure").Select(r => One(r, catalog)).ToList();
        if (known.GroupBy(k => k.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw list.Refuse($"{twice.Key} is given twice; keep one entry");
        return new(known);
    }

    static KnownFailure One(FixtureReader reader, RequirementCatalog catalog)
    {
        var id = reader.Text("requirement");
        reader.Subject = $"the entry of {id}";
        var requirement = catalog.Find(id)?.Id ?? throw reader.Refuse(reader.Required("requirement"), catalog.Unknown(id));
        var format = reader.OneOfOrNull("format", "xml", "json") switch { "xml" => DataFormat.Xml, "json" => DataFormat.Json, _ => (DataFormat?)null };
        var failure = new KnownFailure(requirement, format, reader.Text("owner"), reader.Text("reason"), ProfileReader.Day(reader, "expires"));
        reader.Close();
        return failure;
    }
}
