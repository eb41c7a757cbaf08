using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>Arguments bear their names.</summary>
internal sealed class KnownNames() : ClientRule("CLI-POST-014", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        if (!(call.IsReport || call.Question.Place == Place.Requests) || call.Sent.Count == 0)
            return Clients.Look.Away;
        var known = call.IsReport ? StandardNames.OfPost : StandardNames.OfList;
        foreach (var argument in call.Sent)
        {
            if (!argument.IsEmpty && StandardNames.Meant(argument.Name, known) is { } meant && call.Value(meant) is null)
                return Clients.Look.Broken($"The argument {Shown(argument.Name)}.", $"{meant}.", draft => draft.Rename(argument.Name, meant));
        }

        return Clients.Look.Met;
    }
}
