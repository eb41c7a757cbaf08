using System.CommandLine;
using Open311.Cli.Consoles;

namespace Open311.Cli.Completion;

/// <summary>What could stand where the cursor is; asked by the scripts of <see cref="CompletionScript"/>.</summary>
internal static class SuggestCommand
{
    /// <summary>What the scripts type.</summary>
    public const string Name = "__complete";

    /// <summary>Prints a line for each word that fits.</summary>
    /// <param name="env">The process.</param>
    /// <param name="root">All commands.</param>
    /// <param name="position">Of the cursor in the line, from 0.</param>
    /// <param name="line">The command line, with the command's name.</param>
    public static int Run(IConsoleEnvironment env, Command root, int position, string line)
    {
        // Shells leave out the blanks at the end, which tell that a new word begins.
        var padded = position > line.Length ? line.PadRight(Math.Min(position, line.Length + 1)) : line;
        var words = root.Parse(padded).GetCompletions(Math.Clamp(position, 0, padded.Length));
        foreach (var word in words.Select(w => w.Label).Where(w => w != Name).Distinct(StringComparer.Ordinal))
            env.Out.WriteLine(Printable.Line(word));
        return Application.ExitCode.Success;
    }
}
