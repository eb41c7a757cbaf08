using Open311.Cli.Application;

namespace Open311.Cli.Checking;

/// <summary>What became of the bundle of a run.</summary>
/// <param name="ExitCode">0, or the exit code of a run that could not be kept.</param>
/// <param name="Told">Where it is; null when there is none.</param>
/// <param name="Problems">Why it could not be kept, line by line.</param>
internal sealed record Packed(int ExitCode, string? Told, IReadOnlyList<string> Problems)
{
    /// <summary>None was asked for.</summary>
    public static Packed Nothing { get; } = new(Application.ExitCode.Success, null, []);

    public static Packed Failed(params IReadOnlyList<string> problems) => new(Application.ExitCode.CouldNotTest, null, problems);
}
