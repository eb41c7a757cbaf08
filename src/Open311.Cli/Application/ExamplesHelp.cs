using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Open311.Cli.Application;

/// <summary>The usual help, and below it command lines to copy.</summary>
internal sealed class ExamplesHelp : SynchronousCommandLineAction
{
    const int Columns = 110;

    readonly HelpAction usual = new() { MaxWidth = Columns };

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var (line, meaning) in Examples.Of(parseResult.CommandResult.Command))
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {meaning}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var (code, meaning) in Exits.Of(parseResult.CommandResult.Command))
            output.WriteLine($"  {code}   {meaning}");

        return ExitCode.Success;
    }
}
