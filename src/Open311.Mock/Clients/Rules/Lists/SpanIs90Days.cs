using System.Globalization;
using Open311.Protocol.Dates;

namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>At most 90 days.</summary>
internal sealed class SpanIs90Days() : ClientRule("CLI-REQS-004", RuleScope.Target)
{
    static readonly TimeSpan Most = TimeSpan.FromDays(90);

    public override Look Look(ClientCall call)
    {
        if (Window.Of(call) is not { } window)
            return Clients.Look.Away;
        var span = (window.To - window.From).Duration();
        return Clients.Look.When(
            span <= Most,
            string.Create(CultureInfo.InvariantCulture, $"A range of {span.TotalDays:0.##} days."),
            "At most 90 days.",
            draft => draft.Set("start_date", W3CDateTime.Write((window.From > window.To ? window.From : window.To).ToUniversalTime() - Most)));
    }
}
