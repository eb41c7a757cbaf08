using System.Globalization;

namespace Open311.Mock.Clients.Rules.Past;

/// <summary>A token is asked for at most once a second.</summary>
internal sealed class TokenPace() : ClientRule("CLI-TOK-003", RuleScope.Past)
{
    public override Look Look(ClientCall call) => call.Past.SinceTokenAsked is not { } since ? Clients.Look.Away : Clients.Look.When(
        since >= TimeSpan.FromSeconds(1),
        string.Create(CultureInfo.InvariantCulture, $"The same token again after {since.TotalMilliseconds:0} ms."),
        "At least a second between two calls.");
}
