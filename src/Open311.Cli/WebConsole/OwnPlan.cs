using Open311.Cli.Checking;
using Open311.Conformance.Profiles;
using Open311.WebConsole.Engine;

namespace Open311.Cli.WebConsole;

/// <summary>A check as the command line has it.</summary>
internal sealed record OwnPlan : CheckPlan
{
    public required CheckOptions Options { get; init; }

    public BuyerProfile? Profile { get; init; }

    // A record prints what is in it, and a key is.
    public override string ToString() => Url;
}
