using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>Notes arguments that the specification does not have.</summary>
internal sealed class OnlyKnownArguments() : ClientRule("CLI-REQS-011", RuleScope.Target)
{
    static readonly string[] ToldElsewhere = ["api_key", "format", "response_format", "output", "f"];

    public override Look Look(ClientCall call)
    {
        if (!call.IsRead || call.Question.Place == Place.Nowhere || call.Query.Count == 0)
            return Clients.Look.Away;
        IReadOnlyList<string> known = call.Question.Place == Place.Requests ? Posts.StandardNames.OfList : ["jurisdiction_id"];
        string[] others = [.. call.Query.Select(a => a.Name)
            .Where(n => !known.Contains(n) && !ToldElsewhere.Contains(n) && Posts.StandardNames.Meant(n, known) is null)
            .Distinct().Take(10)];
        return Clients.Look.When(others.Length == 0, $"{string.Join(", ", others.Select(Shown))}, which the specification does not have here.", "Only arguments of the specification, or of extensions that the endpoint documents.");
    }
}
