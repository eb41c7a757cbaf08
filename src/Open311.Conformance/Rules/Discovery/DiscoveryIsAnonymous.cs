using System.Text.RegularExpressions;
using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Discovery;

sealed partial class DiscoveryIsAnonymous : IRule
{
    const string Requirement = "SD-URL-004";

    public string Name => "discovery-is-anonymous";

    public Task JudgeAsync(Examination examination)
    {
        var replies = DiscoveryDocument.Replies(examination).ToList();
        foreach (var reply in replies)
        {
            // Discovery is always asked for without key, cookie or extra headers.
            if (reply.Status is 401 or 403)
                examination.Violated(Requirement, $"{Where.Of(reply)} is refused to an anonymous client with {reply.Status}.", "200", $"{reply.Status}", reply);
            else if (LeadsToLogin(reply))
                examination.Violated(Requirement, $"{Where.Of(reply)} redirects to a login page.", "the document", reply.Exchange.Request.Url.AbsolutePath, reply);
            else if (DiscoveryDocument.Obstacle(reply) is null)
                examination.Pass(Requirement, $"{Where.Of(reply)} is given to anyone.", reply);
        }

        if (!examination.Record.Has(Requirement, null))
            DiscoveryDocument.NotThere(examination, Requirement, replies.Select(DiscoveryDocument.Obstacle).FirstOrDefault());
        return Task.CompletedTask;
    }

    static bool LeadsToLogin(Reply reply) =>
        reply.Inquiry.Hops.Count > 0 && reply.ForeignBody is not null && Login().IsMatch(reply.Exchange.Request.Url.OriginalString);

    [GeneratedRegex(@"[/.?=_-](log-?in|log-?on|sign-?in|sso|saml2?|oauth2?|auth|authorize|adfs|cas)([/.?&=]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Login();
}
