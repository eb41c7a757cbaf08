using System.CommandLine;

namespace Open311.Cli.Application;

/// <summary>What the exit codes of a command mean.</summary>
internal static class Exits
{
    const string Stopped = "stopped before the end, or broken off by a fault of our own";
    const string Usage = "what was typed or a file that was named cannot be used";

    /// <summary>Each code with its meaning.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> Of(Command command) => command.Name switch
    {
        "check" =>
        [
            (ExitCode.Success, "conformant: something was exercised and no must-requirement is violated; with --profile or --baseline: it is met"),
            (ExitCode.Nonconformant, "a must-requirement is violated (with --strict, also a should-requirement); a profile is not met, or a baseline is not up to date"),
            (ExitCode.Usage, Usage),
            (ExitCode.CouldNotTest, "could not test: the message says what stands in the way and what to do"),
        ],
        "verify" =>
        [
            (ExitCode.Success, "every finding follows from the evidence, and no member was changed"),
            (ExitCode.Nonconformant, "something differs, or is not signed by the key"),
            (ExitCode.Usage, Usage),
            (ExitCode.CouldNotTest, Stopped),
        ],
        "judge" =>
        [
            (ExitCode.Success, "no must-requirement is violated in what was recorded"),
            (ExitCode.Nonconformant, "a must-requirement is violated"),
            (ExitCode.Usage, Usage),
            (ExitCode.CouldNotTest, "the recording holds too little to say anything, or the report could not be written"),
        ],
        "compare" =>
        [
            (ExitCode.Success, "every bid meets the profile"),
            (ExitCode.Nonconformant, "one does not, or does not verify"),
            (ExitCode.Usage, Usage),
            (ExitCode.CouldNotTest, "of one it could not be told, or the page could not be written"),
        ],
        "record" => [(ExitCode.Success, "recorded; with --proxy: closed by Ctrl-C or a limit, and written"), (ExitCode.Usage, Usage), (ExitCode.CouldNotTest, "the city gave no answer, nothing passed, or the recording could not be written")],
        "diff" => [(ExitCode.Success, "nothing changed in meaning"), (ExitCode.Nonconformant, "something changed"), (ExitCode.Usage, Usage), (ExitCode.CouldNotTest, "the other side gave no answer to what was recorded")],
        "requirements" => [(ExitCode.Success, "listed; with --check: every page is up to date"), (ExitCode.Nonconformant, "with --check: a page is stale"), (ExitCode.Usage, Usage)],
        "mock" => [(ExitCode.Success, "closed by Ctrl-C; with --expect-clean: no client broke a must"), (ExitCode.Nonconformant, "with --expect-clean: a client broke a must"), (ExitCode.Usage, Usage), (ExitCode.CouldNotTest, "with --expect-clean: nothing was asked; or the city could not be started")],
        "selftest" => [(ExitCode.Success, "every fault was noticed, and no variation complained about"), (ExitCode.Nonconformant, "one was missed, or a variation complained about"), (ExitCode.Usage, Usage), (ExitCode.CouldNotTest, "a run broke off, or it was stopped before the end")],
        CommandTree.Name => [(ExitCode.Success, "conformant, or done"), (ExitCode.Nonconformant, "nonconformant"), (ExitCode.Usage, Usage), (ExitCode.CouldNotTest, "could not test")],
        _ => [(ExitCode.Success, "done"), (ExitCode.Usage, Usage), (ExitCode.CouldNotTest, Stopped)],
    };
}
