using Open311.Conformance.Fixtures;
using Open311.Conformance.Requirements;
using Open311.Mock.Faults;
using Open311.Mock.Variations;

namespace Open311.Selftest.Trials;

/// <summary>The defects and freedoms that the options ask for.</summary>
/// <param name="Faults">The defects.</param>
/// <param name="Variations">The freedoms.</param>
/// <param name="Part">Which part that is, in words; null for all.</param>
internal sealed record TrialChoice(IReadOnlyList<Fault> Faults, IReadOnlyList<Variation> Variations, string? Part)
{
    public static TrialChoice Of(SelftestOptions options, RequirementCatalog catalog, FaultCatalog faults, VariationCatalog variations)
    {
        foreach (var fault in faults.All)
        {
            foreach (var id in fault.Requirements.Concat(fault.Follows).Where(id => catalog.Find(id) is null))
                throw new FixtureException(fault.Source, 0, 0, $"{fault.Id}: {catalog.Unknown(id)}");
        }

        IEnumerable<Fault> chosenFaults = faults.All;
        IEnumerable<Variation> chosenVariations = variations.All;
        var parts = new List<string>();
        if (options.Area is { } area)
        {
            chosenFaults = chosenFaults.Where(f => FixturePlace.Area(f.Source) == area || f.Requirements.Any(r => catalog[r].Area == area)).ToList();
            chosenVariations = chosenVariations.Where(v => FixturePlace.Area(v.Source) == area).ToList();
            var known = faults.All.Select(f => f.Source).Concat(variations.All.Select(v => v.Source)).Select(FixturePlace.Area).Concat(catalog.Areas.Select(a => a.Name)).Distinct().ToList();
            if (!known.Contains(area))
                throw new UnknownTrialException("area", $"There is no area '{area}'; the nearest are {string.Join(", ", Spelling.Nearest(area, known))}.");
            parts.Add($"area {area}");
        }

        if (options.Only is { } only)
        {
            var ids = faults.All.Select(f => f.Id).Concat(variations.All.Select(v => v.Id)).ToList();
            if (!ids.Contains(only))
                throw new UnknownTrialException("fault", $"There is no fault or variation '{only}'; the nearest are {string.Join(", ", Spelling.Nearest(only, ids))}.");
            chosenFaults = chosenFaults.Where(f => f.Id == only);
            chosenVariations = chosenVariations.Where(v => v.Id == only);
            parts.Add(only);
        }

        var choice = new TrialChoice([.. chosenFaults], [.. chosenVariations], parts.Count == 0 ? null : string.Join(", ", parts));
        if (choice.Faults.Count + choice.Variations.Count == 0)
            throw new UnknownTrialException("area", $"No fault and no variation belongs to {choice.Part}.");
        return choice;
    }
}
