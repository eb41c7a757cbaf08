using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Conformance.Requirements;

namespace Open311.Cli.Catalogue;

/// <summary><c>open311 explain ID...</c></summary>
internal sealed class ExplainCommand(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>Prints what there is to say about each id.</summary>
    /// <exception cref="UsageException">An id is unknown; then nothing is printed.</exception>
    public int Run(IReadOnlyList<string> ids)
    {
        var lookup = new RequirementLookup(rooms.Catalogue);
        var explanations = ids.Select(lookup.Find).DistinctBy(r => r.Id).Select(Explanation.Of).ToArray();
        env.Out.Write(string.Join("\n" + new string('-', 96) + "\n\n", explanations));
        return ExitCode.Success;
    }
}
