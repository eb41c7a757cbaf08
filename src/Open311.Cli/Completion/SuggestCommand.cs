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
        var typed = padded[..Math.Clamp(position, 0, padded.Length)];
        // "--option=val": asked as a word of its own, answered as it was begun.
        var equals = typed.LastIndexOf(' ') is var blank && typed.AsSpan(blank + 1).StartsWith("--") ? typed.IndexOf('=', blank + 1) : -1;
        var option = equals < 0 ? "" : typed[(blank + 1)..(equals + 1)];
        var asked = equals < 0 ? padded : $"{typed[..equals]} {typed[(equals + 1)..]}";
        var words = root.Parse(asked).GetCompletions(equals < 0 ? typed.Length : asked.Length);
        foreach (var word in words.Select(w => w.Label).Where(IsOurs).Distinct(StringComparer.Ordinal))
            env.Out.WriteLine(Printable.Line(option + word));
        return Application.ExitCode.Success;
    }

    // The library knows help by names of other systems, too.
    static bool IsOurs(string word) => word != Name && word is not ("/?" or "/h" or "-?");
}
