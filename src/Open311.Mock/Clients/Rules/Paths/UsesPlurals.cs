using System.Text;
using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Paths;

/// <summary>requests/{id}, not request/{id}.</summary>
internal sealed class UsesPlurals() : ClientRule("CLI-PATH-002", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        if (SingularPath.Of(call) is not var (place, plural))
            return call.Question.Place is Place.Definition or Place.Request or Place.Token ? Clients.Look.Met : Clients.Look.Away;
        return Clients.Look.Broken($"The path {Shown(call.Path)}.", $"The plural: {plural}.", draft =>
        {
            var last = Uri.UnescapeDataString(call.Resource.Split('/')[^1]);
            var dot = last.LastIndexOf('.');
            (draft.Place, draft.Key) = (place, dot < 0 ? last : last[..dot]);
            draft.Extension = last.EndsWith(".json", StringComparison.Ordinal) && call.City.Json ? "json" : "xml";
        });
    }
}
