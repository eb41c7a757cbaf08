using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;

namespace Open311.Cli.City;

/// <summary><c>open311 faults</c>: what <c>open311 mock</c> can be made to do.</summary>
internal sealed class FaultsCommand(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>Prints the lists.</summary>
    public int Run()
    {
        Print("Faults: each breaks what the requirements behind it ask for (open311 mock --fault ID)", rooms.Cities.Faults);
        env.Out.WriteLine();
        Print("Variations: each is correct, and must not be complained about (open311 mock --variation ID)", rooms.Cities.Variations);
        return ExitCode.Success;
    }

    void Print(string title, IReadOnlyList<CityTrait> traits)
    {
        env.Out.WriteLine(title);
        var width = traits.Select(t => t.Id.Length).DefaultIfEmpty(0).Max();
        foreach (var trait in traits)
        {
            var requirements = trait.Requirements.Count == 0 ? "" : $"  [{string.Join(", ", trait.Requirements)}]";
            env.Out.WriteLine($"  {trait.Id.PadRight(width)}  {trait.Title}{requirements}");
        }
    }
}
