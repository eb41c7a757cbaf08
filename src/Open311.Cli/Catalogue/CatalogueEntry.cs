using Open311.Conformance.Requirements;

namespace Open311.Cli.Catalogue;

/// <summary>One requirement for programs; what is not there is absent.</summary>
internal sealed record CatalogueEntry
{
    public required string Id { get; init; }

    public required string Level { get; init; }

    public required string Basis { get; init; }

    public required IReadOnlyList<string> Classes { get; init; }

    public required string Statement { get; init; }

    public required string Applies { get; init; }

    public required string Doc { get; init; }

    public required string Section { get; init; }

    public required string Clause { get; init; }

    public required string Method { get; init; }

    public required string HowToTest { get; init; }

    public bool Writes { get; init; }

    public string? Ruling { get; init; }

    public string? Accept { get; init; }

    public required string Fix { get; init; }

    public string? Untested { get; init; }

    public static CatalogueEntry Of(Requirement requirement) => new()
    {
        Id = requirement.Id,
        Level = requirement.Level.ToString().ToLowerInvariant(),
        Basis = requirement.Basis.ToString().ToLowerInvariant(),
        Classes = requirement.Classes,
        Statement = requirement.Statement,
        Applies = requirement.Applies,
        Doc = requirement.Doc,
        Section = requirement.Section,
        Clause = requirement.Clause,
        Method = requirement.Method,
        HowToTest = requirement.HowToTest,
        Writes = requirement.Writes,
        Ruling = requirement.Ruling,
        Accept = requirement.Accept,
        Fix = requirement.Fix,
        Untested = requirement.Untested,
    };
}
