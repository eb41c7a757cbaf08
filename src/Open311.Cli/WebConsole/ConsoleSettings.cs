using Open311.Cli.Settings;

namespace Open311.Cli.WebConsole;

/// <summary>The settings of <c>console</c>, in the order of the help.</summary>
internal static class ConsoleSettings
{
    public const string Port = "port";
    public const string Bind = "bind";
    public const string Token = "token";
    public const string Data = "data";
    public const string AllowPrivate = "allow-private";
    public const string AtATime = "parallel";

    /// <summary>The variable that the token is taken from when no option gives it.</summary>
    public const string TokenVariable = "OPEN311_CONSOLE_TOKEN";

    public static readonly IReadOnlyList<OptionSpec> Options =
    [
        new(Port, OptionKind.Text, "N", "The port; 0 for any free one. [default: 3112]"),
        new(Bind, OptionKind.Text, "ADDRESS", "The address to listen on; any but loopback needs a token. [default: 127.0.0.1]"),
        new(Token, OptionKind.Text, "TOKEN", $"What visitors must know, 16 characters or more. Better in {TokenVariable} than on a command line. [default: ${TokenVariable}]"),
        new(Data, OptionKind.Text, "DIR", "Where checks are kept; keys never are. [default: reports/console]"),
        new(AllowPrivate, OptionKind.Switch, "", "Checks may go to loopback, private and link-local addresses, too. [default: public addresses and the console's own mock cities]"),
        new(AtATime, OptionKind.Text, "N", "Checks that run at a time, never two on one host; others wait. [default: 2]"),
    ];
}
