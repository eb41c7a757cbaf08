using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Past;

/// <summary>tokens/{token}, not requests/{token}.</summary>
internal sealed class AsksTokensAsTokens() : ClientRule("CLI-TOK-001", RuleScope.Past)
{
    public override Look Look(ClientCall call) => (call.Question.Place, call.Past.IsToken) switch
    {
        (Place.Request, true) => Clients.Look.Broken("A token in the place of a service_request_id.", "tokens/TOKEN, which gives the id once there is one.", draft => draft.Place = Place.Token),
        (Place.Token, true) => Clients.Look.Met,
        _ => Clients.Look.Away,
    };
}
