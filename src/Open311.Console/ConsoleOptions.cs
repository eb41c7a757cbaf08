using System.Net;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Guarding;

namespace Open311.WebConsole;

/// <summary>How the console is started.</summary>
public sealed record ConsoleOptions
{
    /// <summary>The port; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>What a visitor must know; null only on loopback.</summary>
    public string? Token { get; init; }

    /// <summary>The folder in which runs are kept; created when missing.</summary>
    public required DirectoryInfo Data { get; init; }

    /// <summary>Where checks may go.</summary>
    public required CheckReach Reach { get; init; }

    /// <summary>Checks that run at a time; others wait.</summary>
    public int AtATime { get; init; } = 2;

    /// <summary>The largest bundle that is taken, in bytes.</summary>
    public long MostUpload { get; init; } = 64L * 1024 * 1024;

    /// <summary>Checks.</summary>
    public required IChecks Checks { get; init; }

    /// <summary>Verifies and compares.</summary>
    public required IProofs Proofs { get; init; }

    /// <summary>The version of the tool.</summary>
    public required string Version { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told of faults of the console itself, in a sentence without secrets.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}
