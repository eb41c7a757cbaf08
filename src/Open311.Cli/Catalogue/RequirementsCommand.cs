using System.Text.Json;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Conformance.Requirements;

namespace Open311.Cli.Catalogue;

/// <summary><c>open311 requirements</c>: the catalogue as a table or as JSON.</summary>
internal sealed class RequirementsCommand(IConsoleEnvironment env, IRooms rooms)
{
    // In a file or a pipe nothing is shortened: statements are there to be searched.
    const int Unlimited = 10_000;

    /// <summary>Prints what matches.</summary>
    /// <param name="id">One requirement, or the beginning of several; excludes the class.</param>
    /// <param name="ofClass">One conformance class.</param>
    /// <param name="untested">Only those that no case decides yet.</param>
    /// <param name="json">For programs.</param>
    /// <exception cref="UsageException">The id or the class is unknown.</exception>
    public int Run(string? id, string? ofClass, bool untested, bool json)
    {
        if (id is not null && ofClass is not null)
            throw new UsageException("--class: An ID is given already; leave out one of the two.");
        var lookup = new RequirementLookup(rooms.Catalogue);
        var named = id is not null ? lookup.Matching(id) : ofClass is not null ? lookup.OfClass(ofClass) : rooms.Catalogue.Requirements;
        var chosen = named.Where(r => !untested || r.Untested is not null);
        if (json)
            env.Out.WriteLine(JsonSerializer.Serialize(CatalogueDocument.Of(rooms.Catalogue.Version, chosen), CatalogueJson.Default.CatalogueDocument));
        else
            env.Out.Write(CatalogListing.Of(chosen, reasons: untested, env.OutIsTerminal ? env.Width : Unlimited));
        return ExitCode.Success;
    }
}
