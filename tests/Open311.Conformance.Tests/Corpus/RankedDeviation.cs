using Open311.Conformance.Fixtures;
using Open311.Testing;

namespace Open311.Conformance.Tests.Corpus;

/// <summary>A deviation of real servers that breaks a must, and the recorded servers that have it. Read from <c>ranked.yaml</c>.</summary>
/// <param name="Deviation">One sentence.</param>
/// <param name="Requirements">Of these at least one fails.</param>
/// <param name="Has">The servers that have it.</param>
/// <param name="Unseen">Servers of which the recording cannot show it.</param>
public sealed record RankedDeviation(string Deviation, IReadOnlyList<string> Requirements, IReadOnlyList<string> Has, IReadOnlyList<string> Unseen)
{
    public static IReadOnlyList<RankedDeviation> Load()
    {
        var yaml = File.ReadAllText(Repository.PathOf("tests", "Open311.Conformance.Tests", "Corpus", "ranked.yaml"));
        return [.. FixtureReader.Each(FixtureFile.FromText("ranked.yaml", yaml).Read(), "a deviation").Select(Read)];
    }

    static RankedDeviation Read(FixtureReader reader)
    {
        var read = new RankedDeviation(reader.Text("deviation"), reader.Texts("requirements"), reader.Texts("has"), reader.TextsOrEmpty("unseen"));
        reader.Close();
        return read;
    }
}
