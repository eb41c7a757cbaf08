using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Transport;

sealed class ExtensionDecidesFormat : IRule
{
    const string Requirement = "GR2-HTTP-004";

    // Empty: no Accept header is sent at all.
    static readonly string[] accepts = ["application/json", "*/*", "text/html", ""];

    public string Name => "extension-decides-format";

    public async Task JudgeAsync(Examination examination)
    {
        var ask = Ask.Services(examination.Reading);
        var plain = await examination.AskAsync(ask).ConfigureAwait(false);
        if (!examination.Answered(plain, Requirement))
            return;
        if (!Twin.Gives(plain))
        {
            examination.Inconclusive(Requirement, $"Could not be exercised: {ask.Path} does not even give {ask.Format} to the usual Accept header.", plain.Succeeded ? Blocker.Syntax(plain) : Twin.Existence(ask), plain);
            return;
        }

        foreach (var accept in accepts)
        {
            var reply = await examination.AskAsync(ask with { Headers = [new HeaderField("Accept", accept)], Purpose = Purpose.Free }).ConfigureAwait(false);
            var sent = accept.Length == 0 ? "without Accept" : $"with Accept: {accept}";
            if (!examination.Answered(reply, Requirement))
                continue;
            if (Twin.Gives(reply))
                examination.Pass(Requirement, $"{ask.Path} {sent} stays {ask.Format}.", reply);
            else
                examination.Violated(Requirement, $"{ask.Path} {sent} is answered {reply.Status} with {reply.ForeignBody ?? "something else"}.", $"200 with {ask.Format}", $"{reply.Status} {reply.Excerpt()}", reply);
        }
    }
}
