using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Formats;

/// <summary>JSON only where discovery offers it.</summary>
internal sealed class JsonIsOffered() : ClientRule("CLI-FMT-003", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        if (call.Question.Place is Place.Nowhere or Place.Discovery || call.Question.Extension != "json")
            return Clients.Look.Away;
        return Clients.Look.When(call.City.Json, "JSON was asked for, which this endpoint does not offer.", "XML, the format that discovery lists.", draft => draft.Extension = "xml");
    }
}
