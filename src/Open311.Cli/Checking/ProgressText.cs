using Open311.Cli.Consoles;
using Open311.Conformance.Running;

namespace Open311.Cli.Checking;

/// <summary>Progress in words.</summary>
internal static class ProgressText
{
    /// <summary>One line of a log.</summary>
    public static string Line(RunProgress value) =>
        value.Total == 0 ? $"{Class(value)}: {Counts(value)}" : $"{Class(value)}: {value.Done} of {value.Total} cases, {Counts(value)}";

    /// <summary>The class now judged.</summary>
    public static string Class(RunProgress value) => Printable.Line(value.Class.Length == 0 ? "preflight" : value.Class);

    /// <summary>Exchanges made and requirements violated.</summary>
    public static string Counts(RunProgress value) =>
        $"{value.Exchanges} {(value.Exchanges == 1 ? "exchange" : "exchanges")}, {value.Failures} violated";
}
