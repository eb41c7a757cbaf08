using Open311.Conformance.Requirements;

namespace Open311.Cli.Catalogue;

/// <summary>Requirements for programs.</summary>
/// <param name="Schema">The version of this format.</param>
/// <param name="RequirementSet">The frozen set they are from.</param>
/// <param name="Requirements">What matched.</param>
internal sealed record CatalogueDocument(string Schema, string RequirementSet, IReadOnlyList<CatalogueEntry> Requirements)
{
    public static CatalogueDocument Of(string set, IEnumerable<Requirement> requirements) =>
        new("open311-requirements/1", set, [.. requirements.Select(CatalogueEntry.Of)]);
}
