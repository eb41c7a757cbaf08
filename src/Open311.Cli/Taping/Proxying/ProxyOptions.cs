using System.Net;

namespace Open311.Cli.Taping.Proxying;

/// <summary>How a proxy records.</summary>
/// <param name="Endpoint">The endpoint of the city, without a trailing slash; nothing but its origin is ever called.</param>
internal sealed record ProxyOptions(Uri Endpoint)
{
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether POST reaches the city.</summary>
    public bool AllowsWrites { get; init; }

    /// <summary>Requests sent to the city per second; 0 for no limit.</summary>
    public double Rate { get; init; }

    /// <summary>Time limit of one call.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most calls that are recorded.</summary>
    public int MostCalls { get; init; } = 10_000;

    /// <summary>How long is recorded at most.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(8);

    /// <summary>The most bytes of questions and answers that are recorded.</summary>
    public long MostBytes { get; init; } = 256L * 1024 * 1024;
}
