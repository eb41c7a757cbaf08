using Open311.Protocol.Dates;

namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>start_date before end_date.</summary>
internal sealed class DatesInOrder() : ClientRule("CLI-REQS-003", RuleScope.Target)
{
    public override Look Look(ClientCall call) => Window.Of(call) is not { } window ? Clients.Look.Away : Clients.Look.When(
        window.From <= window.To,
        "An end_date before the start_date.",
        "The earlier instant as start_date.",
        draft =>
        {
            draft.Set("start_date", W3CDateTime.Write(window.To.ToUniversalTime()));
            draft.Set("end_date", W3CDateTime.Write(window.From.ToUniversalTime()));
        });
}
