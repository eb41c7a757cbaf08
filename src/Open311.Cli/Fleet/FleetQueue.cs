namespace Open311.Cli.Fleet;

/// <summary>Hands out targets in their order, never one whose host is being asked. Used by one thread.</summary>
internal sealed class FleetQueue(IReadOnlyList<FleetTarget> targets)
{
    readonly List<FleetTarget> waiting = [.. targets];
    readonly HashSet<string> busy = [];

    /// <summary>The next target that may be judged now; null when none may.</summary>
    public FleetTarget? Take()
    {
        if (waiting.Find(t => !t.Hosts.Any(busy.Contains)) is not { } next)
            return null;
        waiting.Remove(next);
        busy.UnionWith(next.Hosts);
        return next;
    }

    /// <summary>Tells that a target is done.</summary>
    public void Finished(FleetTarget target) => busy.ExceptWith(target.Hosts);
}
