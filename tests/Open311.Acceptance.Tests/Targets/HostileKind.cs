namespace Open311.Acceptance.Tests.Targets;

/// <summary>One way to be hostile.</summary>
/// <param name="Name">Read as the name of the test.</param>
/// <param name="Preflight">The state preflight must find.</param>
/// <param name="StartAsync">Puts up such a target.</param>
internal sealed record HostileKind(string Name, string Preflight, Func<Task<HostileTarget>> StartAsync)
{
    /// <summary>The time limit of an answer in seconds: generous, so that a busy machine is not taken for a slow server; short where nothing ever comes.</summary>
    public int Timeout { get; init; } = 20;

    public override string ToString() => Name;
}
