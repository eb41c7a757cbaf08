namespace Open311.Acceptance.Tests.Targets;

/// <summary>One way to be hostile.</summary>
/// <param name="Name">Read as the name of the test.</param>
/// <param name="Preflight">The state preflight must find.</param>
/// <param name="StartAsync">Puts up such a target.</param>
internal sealed record HostileKind(string Name, string Preflight, Func<Task<HostileTarget>> StartAsync)
{
    public override string ToString() => Name;
}
