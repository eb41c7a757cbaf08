using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Paths;

/// <summary>A plus sign in a path is no blank.</summary>
internal sealed class BlankInPath() : ClientRule("CLI-PATH-006", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var key = call.Question.Key;
        if (call.Question.Place is not (Place.Definition or Place.Request) || !key.Contains('+') || !call.Path.Contains('+'))
            return Clients.Look.Away;
        var meant = key.Replace('+', ' ');
        return Clients.Look.When(
            Known.InPath(call, key) || !Known.InPath(call, meant),
            $"{Shown(key)} with a plus sign, which is not known here.",
            $"{Shown(meant)} with its blanks as %20.",
            draft => draft.Key = meant);
    }
}
