using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Mock.Dialects;

namespace Open311.Cli.City;

/// <summary><c>open311 dialects</c>: the families of real servers, and what a client must be ready for.</summary>
internal sealed class DialectsCommand(IConsoleEnvironment env, IRooms rooms)
{
    /// <param name="name">One of them; null for all.</param>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public int Run(string? name)
    {
        var all = rooms.Cities.Dialects;
        if (name is null)
        {
            List(all);
            return ExitCode.Success;
        }

        var ids = all.Select(d => d.Id).ToArray();
        var found = all.FirstOrDefault(d => d.Id.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"'{Printable.Line(name)}' is not a dialect.{Suggestion.For(name, ids)} 'open311 dialects' lists them.");
        Tell(found);
        return ExitCode.Success;
    }

    void List(IReadOnlyList<Dialect> all)
    {
        env.Out.WriteLine("Dialects: how families of real servers speak (open311 mock --dialect NAME; open311 dialects NAME tells more)");
        var width = all.Select(d => d.Id.Length).DefaultIfEmpty(0).Max();
        foreach (var dialect in all)
        {
            var broken = dialect.Deviations.SelectMany(d => d.Requirements).Distinct().Count();
            env.Out.WriteLine($"  {dialect.Id.PadRight(width)}  {dialect.Title} Breaks {broken} {(broken == 1 ? "requirement" : "requirements")}.");
        }
    }

    void Tell(Dialect dialect)
    {
        env.Out.WriteLine($"{dialect.Id}: {dialect.Title}");
        env.Out.WriteLine($"  Software: {dialect.Software}. Places: {string.Join(", ", dialect.Places)}.");
        if (dialect.Needs.Count > 0)
            env.Out.WriteLine($"  A check needs: {string.Join(", ", dialect.Needs)}.");
        Section("Breaks what the specification asks for", dialect.Deviations.Where(d => d.Requirements.Count > 0), d => d.Requirements);
        Section("Strange, and warned of", dialect.Deviations.Where(d => d.Requirements.Count == 0 && d.Warns.Count > 0), d => d.Warns);
        Section("Allowed: extensions and freedoms", dialect.Deviations.Where(d => d.Requirements.Count + d.Warns.Count == 0), _ => []);
    }

    void Section(string title, IEnumerable<Deviation> deviations, Func<Deviation, IReadOnlyList<string>> requirements)
    {
        var chosen = deviations.ToArray();
        if (chosen.Length == 0)
            return;
        env.Out.WriteLine();
        env.Out.WriteLine($"  {title}:");
        foreach (var deviation in chosen)
        {
            var ids = requirements(deviation);
            env.Out.WriteLine($"  - {deviation.Title}{(ids.Count == 0 ? "" : $" [{string.Join(", ", ids)}]")}");
            if (deviation.Ready is { } ready)
                env.Out.WriteLine($"      A client must be ready: {ready}");
        }
    }
}
