using System.Text.RegularExpressions;
using Open311.Conformance.Cases;
using Open311.Conformance.Requirements;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Running;

/// <summary>What the operator asked for: classes, and globs over requirement and case ids.</summary>
sealed class Selection
{
    readonly Target target;
    readonly RequirementCatalog catalog;
    readonly IReadOnlyList<Regex> globs;

    public Selection(Target target, RequirementCatalog catalog)
    {
        this.target = target;
        this.catalog = catalog;
        globs = [.. target.Only.Select(Glob)];
    }

    public bool Wants(Case c) => c.Requirements.Any(r => WantsClass(catalog[r])) && (globs.Count == 0 || Matches(c.Id) || c.Requirements.Any(Matches));

    public bool Wants(Requirement requirement, string? caseId) =>
        WantsClass(requirement) && (globs.Count == 0 || Matches(requirement.Id) || (caseId is not null && Matches(caseId)));

    public bool WantsClass(Requirement requirement) => target.Classes.Count == 0 || requirement.Classes.Any(target.Classes.Contains);

    bool Matches(string id) => globs.Any(g => g.IsMatch(id));

    static Regex Glob(string glob) =>
        new($"^{Regex.Escape(glob).Replace(@"\*", ".*").Replace(@"\?", ".")}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
