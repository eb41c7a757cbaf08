using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Http;

/// <summary>GET reads, POST goes to requests.</summary>
internal sealed class MethodIsKnown() : ClientRule("CLI-HTTP-001", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        if (call.Question.Place == Place.Nowhere || call.Method == "OPTIONS")
            return Clients.Look.Away;
        var allowed = call.Question.Place == Place.Requests ? "GET to read, POST to report" : "GET";
        return Clients.Look.When(
            call.IsRead || (call.Method == "POST" && call.Question.Place == Place.Requests),
            $"{call.Method} {Shown(call.Path)}.",
            $"The method of this resource: {allowed}.",
            draft => draft.IsPost = false);
    }
}
