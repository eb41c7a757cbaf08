using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Access;

/// <summary>Reads need no key.</summary>
internal sealed class NoKeyOnReads() : ClientRule("CLI-KEY-004", RuleScope.Headers)
{
    public override Look Look(ClientCall call) => call.IsRead && call.Question.Place != Place.Nowhere
        ? Clients.Look.When(
            !InQuery(call) && call.Header("api_key") is null && call.Header("x-api-key") is null,
            "An api_key with a read, which needs none.",
            "No api_key but with POST.")
        : Clients.Look.Away;

    // The quick look first: this is asked of every read.
    static bool InQuery(ClientCall call) =>
        call.Target.Contains("api_key=", StringComparison.Ordinal) && call.Query.Any(a => a.Name == "api_key" && !a.IsEmpty);
}
