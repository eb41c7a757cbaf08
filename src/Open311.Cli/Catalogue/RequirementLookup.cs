using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Conformance.Requirements;

namespace Open311.Cli.Catalogue;

/// <summary>Finds what the operator names in the catalogue.</summary>
internal sealed class RequirementLookup(RequirementCatalog catalogue)
{
    // What is asked of clients is a set of its own, and no part of the catalogue that endpoints are judged by.
    readonly Lazy<RequirementCatalog> clients = new(RequirementCatalog.LoadForClients);

    /// <summary>The requirements that an id, its beginning or a pattern with <c>*</c> names.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public IReadOnlyList<Requirement> Matching(string pattern) => For(pattern).Matching(pattern.Trim()).ToArray() is { Length: > 0 } found ? found : [Find(pattern)];

    /// <summary>A requirement by its id, in any letter case.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public Requirement Find(string id) =>
        For(id).Find(id.Trim()) ?? throw new UsageException(Printable.Line(For(id).Unknown(id)) + " 'open311 requirements' lists them all.");

    RequirementCatalog For(string id) => id.Trim().StartsWith("CLI-", StringComparison.OrdinalIgnoreCase) ? clients.Value : catalogue;

    /// <summary>The requirements of a class.</summary>
    /// <exception cref="UsageException">There is no such class.</exception>
    public IEnumerable<Requirement> OfClass(string name)
    {
        var names = catalogue.Classes.Select(c => c.Name).ToArray();
        var known = names.FirstOrDefault(n => n.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return known is not null
            ? catalogue.InClass(known)
            : throw new UsageException(
                $"--class: '{Printable.Line(name)}' is not a conformance class.{Suggestion.For(name, names)} There are: {string.Join(", ", names)}.");
    }
}
