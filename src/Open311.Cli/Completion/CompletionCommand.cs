using Open311.Cli.Application;
using Open311.Cli.Consoles;

namespace Open311.Cli.Completion;

/// <summary><c>open311 completion</c>.</summary>
internal sealed class CompletionCommand(IConsoleEnvironment env)
{
    /// <summary>Prints the script for a shell.</summary>
    /// <exception cref="UsageException">There is none for it.</exception>
    public int Run(string shell)
    {
        var known = CompletionScript.Shells.FirstOrDefault(s => s.Equals(shell, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"There is no script for '{Printable.Line(shell)}'; there are: {string.Join(", ", CompletionScript.Shells)}.");
        // Shells do not take a carriage return for the end of a line.
        env.Out.Write(CompletionScript.For(known).ReplaceLineEndings("\n"));
        return ExitCode.Success;
    }
}
