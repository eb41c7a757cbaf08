namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>Commas, and nothing in their place.</summary>
internal sealed class CommaSeparated() : ClientRule("CLI-REQS-007", RuleScope.Target)
{
    static readonly char[] Others = [';', '|', ' '];

    public override Look Look(ClientCall call)
    {
        var seen = false;
        foreach (var argument in ListCall.Lists(call))
        {
            seen = true;
            if (Meant(call, argument) is { } meant)
                return Clients.Look.Broken($"{argument.Name}={Shown(argument.Value)}.", $"{argument.Name}={meant}.", draft => draft.Set(argument.Name, meant));
        }

        return seen ? Clients.Look.Met : Clients.Look.Away;
    }

    /// <summary>The list that was meant, with commas; null where the value can stand as it is.</summary>
    public static string? Meant(ClientCall call, SentArgument argument)
    {
        var value = argument.Value.Trim();
        if (value.IndexOfAny(Others) < 0 || ListCall.Items(argument).All(i => Knows(call, argument.Name, i)))
            return null;
        var parts = value.Split([.. Others, ','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.All(p => Knows(call, argument.Name, p)) ? string.Join(',', parts) : null;
    }

    static bool Knows(ClientCall call, string name, string item) => name switch
    {
        "status" => item is "open" or "closed",
        "service_code" => call.City.Service(call.Jurisdiction, item) is not null,
        _ => call.City.KnowsId(call.Jurisdiction ?? "", item),
    };
}
