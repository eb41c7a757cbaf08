using Open311.Cli.Consoles;
using Open311.Conformance.Findings;
using Spectre.Console;

namespace Open311.Cli.Checking;

/// <summary>Prints the summary; on a terminal the words that carry the verdict have its colour.</summary>
internal sealed class SummaryPrinter(IConsoleEnvironment env)
{
    static readonly (string Start, Color Colour)[] Signals =
    [
        ("granted ", Color.Green), ("refused ", Color.Red), ("fail ", Color.Red), ("warn ", Color.Yellow), ("INCOMPLETE:", Color.Yellow),
    ];

    /// <summary>Prints lines, the verdict first.</summary>
    public void Print(IReadOnlyList<string> lines, RunOutcome outcome)
    {
        if (!env.OutIsTerminal || !Terminals.WantsColour(env))
        {
            foreach (var line in lines)
                env.Out.WriteLine(Printable.Lines(line));
            return;
        }

        var console = Terminals.ForOut(env);
        foreach (var (index, line) in lines.Index())
            PrintColoured(console, Printable.Lines(line), index == 0 ? OfOutcome(outcome) : null);
    }

    // Text, not markup: nothing that a server said can become an instruction.
    static void PrintColoured(IAnsiConsole console, string line, Color? head)
    {
        var indent = line.Length - line.TrimStart().Length;
        var signal = Signals.FirstOrDefault(s => line.AsSpan(indent).StartsWith(s.Start, StringComparison.Ordinal));
        var colour = head ?? (signal.Start is null ? null : signal.Colour);
        var end = head is not null ? WordEnd(line) : indent + (signal.Start?.Length ?? 0);
        if (colour is { } found)
        {
            console.Write(new Text(line[..end], new Style(found, decoration: Decoration.Bold)));
            line = line[end..];
        }

        // Written past Spectre's own wrapping, which would break paths.
        console.Profile.Out.Writer.WriteLine(line);
    }

    static int WordEnd(string line) => line.IndexOf("  ", StringComparison.Ordinal) is > 0 and var gap ? gap : line.Length;

    static Color OfOutcome(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Conformant => Color.Green,
        RunOutcome.Nonconformant => Color.Red,
        _ => Color.Yellow,
    };
}
