using Open311.Cli.Checking;

namespace Open311.Cli.Fleet;

/// <summary>One of many targets, ready to be judged.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Endpoint">Its URL as given; empty when there is none.</param>
/// <param name="Folder">The name of its folder below that of the run.</param>
/// <param name="Hosts">The hosts that are asked, which no other target may be asking at the same time.</param>
/// <param name="Options">How it is judged; null when it cannot be.</param>
/// <param name="Problem">Why it cannot be judged; null when it can.</param>
internal sealed record FleetTarget(string Name, string Endpoint, string Folder, IReadOnlyList<string> Hosts, CheckOptions? Options, string? Problem = null);
