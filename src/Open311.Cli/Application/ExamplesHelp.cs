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

        if (parseResult.CommandResult.Command.Name is CommandTree.Name or "check")
        {
            output.WriteLine();
            output.WriteLine("Exit codes: 0 conformant, 1 nonconformant, 2 usage or configuration, 3 could not test.");
        }

        return ExitCode.Success;
    }
}
