namespace Open311.Cli.Consoles;

/// <summary>Everything the command line takes from the process it runs in, so that a test can be that process.</summary>
internal interface IConsoleEnvironment
{
    /// <summary>Results: summaries, listings, the ready line.</summary>
    TextWriter Out { get; }

    /// <summary>Everything else: progress, warnings, errors.</summary>
    TextWriter Error { get; }

    /// <summary>Whether a person reads <see cref="Out"/> directly.</summary>
    bool OutIsTerminal { get; }

    /// <summary>Whether a person reads <see cref="Error"/> directly.</summary>
    bool ErrorIsTerminal { get; }

    /// <summary>Columns there are.</summary>
    int Width { get; }

    /// <summary>Where relative paths start.</summary>
    string WorkingDirectory { get; }

    /// <summary>The clock.</summary>
    TimeProvider Clock { get; }

    /// <summary>Ctrl-C.</summary>
    Interrupts Interrupts { get; }

    /// <summary>An environment variable, or null.</summary>
    string? Variable(string name);
}
