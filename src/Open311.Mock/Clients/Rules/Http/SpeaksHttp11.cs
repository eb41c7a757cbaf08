namespace Open311.Mock.Clients.Rules.Http;

/// <summary>HTTP/1.1 or later.</summary>
internal sealed class SpeaksHttp11() : ClientRule("CLI-HTTP-004", RuleScope.Headers)
{
    public override Look Look(ClientCall call) =>
        Clients.Look.When(call.Version is not ("HTTP/1.0" or "HTTP/0.9"), $"{call.Version} in the request line.", "HTTP/1.1 or later.");
}
