using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Wire;

sealed class OfferedOverHttps : IAnswersRule
{
    const string Requirement = "GR2-HTTP-007";

    public string Name => "offered-over-https";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        var endpoint = examination.Target.Endpoint;
        if (endpoint.IsLoopback)
            examination.NotApplicable(Requirement, "The endpoint was tested on a loopback address, where nobody offers it to others.");
        else if (endpoint.Scheme != Uri.UriSchemeHttps)
            examination.Violated(Requirement, $"The endpoint was tested over {endpoint.Scheme}.", "https", endpoint.Scheme, replies.FirstOrDefault());
        else if (replies.FirstOrDefault(r => r.Exchange.TlsProblem is not null) is { } bad)
            examination.Violated(Requirement, $"The certificate is not valid: {bad.Exchange.TlsProblem}", "a valid certificate", bad.Exchange.TlsProblem, bad);
        else if (replies.Any(r => r.Arrived))
            examination.Pass(Requirement, "The endpoint is offered over HTTPS with a valid certificate.");
        else
            examination.Inconclusive(Requirement, "Could not be exercised: nothing answered.");
    }
}
