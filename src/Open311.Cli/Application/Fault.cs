using Open311.Cli.Consoles;
using Open311.Cli.Settings;

namespace Open311.Cli.Application;

/// <summary>A fault of our own, told without a stack trace.</summary>
internal static class Fault
{
    /// <summary>Where faults are reported.</summary>
    public const string Tracker = "the issue tracker of Open311 Conformance";

    /// <summary>One sentence: what happened, what it means, what to do.</summary>
    public static string Sentence(Exception exception, Secrets secrets)
    {
        var inner = exception is AggregateException { InnerException: { } first } ? first : exception;
        var what = Printable.Line(secrets.Hide($"{inner.GetType().Name}: {inner.Message}")).TrimEnd('.');
        return $"Error: open311 itself failed ({what}). This says nothing about any endpoint; please report it, with the command you typed, to {Tracker}.";
    }
}
