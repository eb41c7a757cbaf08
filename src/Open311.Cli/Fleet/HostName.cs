namespace Open311.Cli.Fleet;

/// <summary>Tells which targets burden the same machine, as far as names can tell.</summary>
internal static class HostName
{
    /// <summary>The host of a URL in one spelling, whatever the port: it is one machine.</summary>
    public static string Of(Uri url) => url.IdnHost.TrimEnd('.').ToLowerInvariant() switch
    {
        "localhost" or "::1" or "[::1]" => "127.0.0.1",
        var host => host,
    };

    /// <summary>The targets in groups that share no host, in the order of their first ones.</summary>
    public static IReadOnlyList<IReadOnlyList<FleetTarget>> Groups(IReadOnlyList<FleetTarget> targets)
    {
        var groups = new List<(HashSet<string> Hosts, List<FleetTarget> Targets)>();
        foreach (var target in targets)
        {
            var linked = groups.Where(g => g.Hosts.Overlaps(target.Hosts)).ToList();
            var group = linked.FirstOrDefault();
            if (group.Hosts is null)
                groups.Add(group = ([], []));
            group.Hosts.UnionWith(target.Hosts);
            group.Targets.Add(target);
            foreach (var (hosts, others) in linked.Skip(1))
            {
                group.Hosts.UnionWith(hosts);
                group.Targets.AddRange(others);
                groups.RemoveAll(g => g.Hosts == hosts);
            }
        }

        return [.. groups.Select(g => g.Targets)];
    }
}
