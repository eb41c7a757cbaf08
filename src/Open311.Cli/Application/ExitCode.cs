namespace Open311.Cli.Application;

/// <summary>What the command returns to its caller.</summary>
internal static class ExitCode
{
    /// <summary>Conformant, or the words that were asked for have been printed.</summary>
    public const int Success = 0;

    /// <summary>A requirement is violated.</summary>
    public const int Nonconformant = 1;

    /// <summary>The command line or a file given by the operator is wrong; nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>Could not be tested: the target's state, an interruption, or a fault of our own.</summary>
    public const int CouldNotTest = 3;
}
