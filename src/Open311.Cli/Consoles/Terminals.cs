using Spectre.Console;

namespace Open311.Cli.Consoles;

/// <summary>Spectre consoles over the two streams: colour and movement only where a person looks, colour only where wanted.</summary>
internal static class Terminals
{
    /// <summary>Over <see cref="IConsoleEnvironment.Out"/>.</summary>
    public static IAnsiConsole ForOut(IConsoleEnvironment env) => Create(env, env.Out, env.OutIsTerminal);

    /// <summary>Over <see cref="IConsoleEnvironment.Error"/>.</summary>
    public static IAnsiConsole ForError(IConsoleEnvironment env) => Create(env, env.Error, env.ErrorIsTerminal);

    /// <summary>Whether colour is wanted where there can be some (no-color.org: present and not empty means no, whatever its value).</summary>
    public static bool WantsColour(IConsoleEnvironment env) => string.IsNullOrEmpty(env.Variable("NO_COLOR"));

    static IAnsiConsole Create(IConsoleEnvironment env, TextWriter writer, bool terminal)
    {
        var colour = terminal && WantsColour(env);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new FixedOutput(writer, terminal, env.Width),
            Ansi = terminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Yes : InteractionSupport.No,
            // Spectre looks at the process's own variables otherwise (CI services, NO_COLOR), past what was injected.
            EnvironmentVariables = new Dictionary<string, string>(),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    sealed class FixedOutput(TextWriter writer, bool terminal, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => terminal;

        public int Width => width;

        public int Height => 40;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
