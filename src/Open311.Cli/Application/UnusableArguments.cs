using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Open311.Cli.Consoles;

namespace Open311.Cli.Application;

/// <summary>Says in one sentence what is wrong with a command line: the first thing only, since the rest often follows from it.</summary>
internal static class UnusableArguments
{
    /// <summary>The sentence, or null when everything could be read.</summary>
    public static string? In(ParseResult parsed)
    {
        if (parsed.Action is HelpAction or ExamplesHelp or VersionAction)
            return null;
        var sentence = UnknownOption(parsed) ?? (parsed.Action is ParseErrorAction ? Unexpected(parsed) ?? Wrong(parsed) : null);
        return sentence is null ? null : $"{sentence} See '{PathOf(parsed)} --help'.";
    }

    // The parser hands a misspelt option on as a value, together with its own value, which may be a key and must not be printed.
    static string? UnknownOption(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        var values = command.Children.Where(IsManyOrArgument).SelectMany(c => c.Tokens).Select(t => t.Value);
        var unknown = values.Concat(parsed.UnmatchedTokens).FirstOrDefault(v => v.Length > 1 && v[0] == '-' && !char.IsAsciiDigit(v[1]));
        if (unknown is null)
            return null;
        var name = unknown.Split('=', 2)[0];
        var names = command.Command.Options.Concat(RecursiveOptions(parsed)).SelectMany(o => o.Aliases.Prepend(o.Name));
        return $"'{Printable.Line(name)}' is not an option of '{PathOf(parsed)}'.{Suggestion.For(name, names.Where(n => n.StartsWith("--", StringComparison.Ordinal)))}";
    }

    static string? Unexpected(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is not [var token, ..])
            return null;
        var shown = Printable.Line(token);
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
            return $"'{shown}' is not a command of open311.{Suggestion.For(token, command.Subcommands.Select(c => c.Name))}";
        return $"'{shown}' is one argument too many for '{PathOf(parsed)}'; expected {Expected(command)}.";
    }

    static string Wrong(ParseResult parsed) => parsed.Errors[0].SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name}: The value is missing; expected '{option.Option.Name} {option.Option.HelpName}'.",
        OptionResult { Tokens.Count: > 1 } option => $"{option.Option.Name} is given {option.Tokens.Count} times; keep one.",
        ArgumentResult { Tokens.Count: 0 } argument => $"{argument.Argument.HelpName} is missing; expected {Expected(parsed.CommandResult.Command)}.",
        _ => Printable.Line(parsed.Errors[0].Message),
    };

    static string Expected(Command command) =>
        command.Arguments is not [var argument, ..] ? "none"
        : argument.Arity.MaximumNumberOfValues > 1 ? $"one {argument.HelpName} or several"
        : $"one {argument.HelpName}";

    static bool IsManyOrArgument(SymbolResult result) =>
        result is ArgumentResult or OptionResult { Option.AllowMultipleArgumentsPerToken: true };

    static IEnumerable<Option> RecursiveOptions(ParseResult parsed) => parsed.RootCommandResult.Command.Options.Where(o => o.Recursive);

    static string PathOf(ParseResult parsed) =>
        parsed.CommandResult.Parent is null ? CommandTree.Name : $"{CommandTree.Name} {parsed.CommandResult.Command.Name}";
}
