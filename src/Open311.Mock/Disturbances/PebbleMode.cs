using Open311.Mock.Alterations;
using Open311.Mock.Alterations.Behaviour;
using Open311.Mock.Alterations.Bodies;
using Open311.Mock.Alterations.Trees;
using Open311.Mock.Questions;
using Open311.Mock.Variations;
using Open311.Protocol;

namespace Open311.Mock.Disturbances;

/// <summary>
/// Takes the freedoms of the specification, chosen by a seed: those of content for the whole run, and those of form for about half of
/// the answers. The same seed, and the same URL, give the same choice, so that what a client saw can be seen again.
/// </summary>
internal static class PebbleMode
{
    // Other data, other formats and slowness are options of their own.
    static readonly string[] LeftOut = ["xml-only", "slow"];

    /// <summary>Ids of the variations that a seed takes.</summary>
    public static IReadOnlyList<Variation> Choose(int seed)
    {
        var random = new Random(seed);
        var all = VariationCatalog.Load().All.Where(IsFree).ToArray();
        random.Shuffle(all);
        var touched = new HashSet<string>();
        var chosen = new List<Variation>();
        foreach (var variation in all)
        {
            if (random.NextDouble() < 0.5 && !variation.Touches.Any(touched.Contains))
            {
                touched.UnionWith(variation.Touches);
                chosen.Add(variation);
            }
        }

        return chosen;
    }

    /// <summary>The alterations of variations, those of form each given to about half of the answers that it concerns.</summary>
    public static AlteredCity Altered(IReadOnlyList<Variation> variations, IReadOnlyList<Alteration> always, int seed)
    {
        var ids = new Dictionary<Alteration, string>(ReferenceEqualityComparer.Instance);
        var all = new List<Alteration>();
        foreach (var variation in variations)
        {
            foreach (var alteration in variation.Alterations())
            {
                ids[alteration] = variation.Id;
                all.Add(alteration);
            }
        }

        return new AlteredCity([.. all, .. always], (alteration, question) =>
            !IsForm(alteration) || !ids.TryGetValue(alteration, out var id) || question.Place is Place.Nowhere or Place.Discovery || IsHeads(seed, id, Asked(question)));
    }

    // What is said must be the same in every answer; how it is written need not.
    static bool IsForm(Alteration alteration) => alteration is SetStyle or SortFields or SetHeader or SetFraming or Gzip;

    static bool IsFree(Variation variation) =>
        variation.Warns.Count == 0 && variation.City is null && !variation.Touches.Contains("city") && !LeftOut.Contains(variation.Id);

    // The two formats of one resource make the same choice: they must say the same.
    static string Asked(Question question) => question.Format is { } format
        ? question.Target.Replace($".{format.Extension()}", "", StringComparison.Ordinal)
        : question.Target;

    static bool IsHeads(int seed, string id, string target)
    {
        var hash = 2166136261u ^ (uint)seed;
        foreach (var c in id)
            hash = (hash ^ c) * 16777619u;
        foreach (var c in target)
            hash = (hash ^ c) * 16777619u;
        return ((hash ^ (hash >> 15)) & 1) == 0;
    }
}
