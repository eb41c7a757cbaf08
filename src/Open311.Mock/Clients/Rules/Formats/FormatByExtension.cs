using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Formats;

/// <summary>No argument asks for the format.</summary>
internal sealed class FormatByExtension() : ClientRule("CLI-FMT-005", RuleScope.Target)
{
    static readonly string[] Names = ["format", "response_format", "output", "f"];

    public override Look Look(ClientCall call)
    {
        if (call.Question.Place == Place.Nowhere)
            return Clients.Look.Away;
        foreach (var argument in call.Query)
        {
            if (Names.Contains(argument.Name) && argument.Value.Trim().ToLowerInvariant() is "xml" or "json")
            {
                return Clients.Look.Broken(
                    $"The argument {Shown($"{argument.Name}={argument.Value}")}.",
                    "The format at the end of the path alone.",
                    draft =>
                    {
                        draft.Remove(argument.Name);
                        draft.Extension = argument.Value.Trim().Equals("json", StringComparison.OrdinalIgnoreCase) && call.City.Json ? "json" : "xml";
                    });
            }
        }

        return Clients.Look.Met;
    }
}
