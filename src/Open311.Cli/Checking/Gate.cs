namespace Open311.Cli.Checking;

/// <summary>What a command's exit code says, and why.</summary>
/// <param name="ExitCode">0, 1 or 3.</param>
/// <param name="Lines">A sentence each.</param>
internal sealed record Gate(int ExitCode, IReadOnlyList<string> Lines);
