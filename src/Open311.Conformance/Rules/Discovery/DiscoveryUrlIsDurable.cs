using System.Text.RegularExpressions;
using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Discovery;

sealed partial class DiscoveryUrlIsDurable : IRule
{
    const string Requirement = "SD-URL-005";

    public string Name => "discovery-url-is-durable";

    public Task JudgeAsync(Examination examination)
    {
        Blocker? blocked = null;
        foreach (var reply in DiscoveryDocument.Replies(examination))
        {
            if (DiscoveryDocument.Obstacle(reply) is { } blocker)
                blocked ??= blocker;
            else
                One(examination, reply);
        }

        if (!examination.Record.Has(Requirement, null))
            DiscoveryDocument.NotThere(examination, Requirement, blocked);
        return Task.CompletedTask;
    }

    static void One(Examination e, Reply reply)
    {
        var urls = reply.Inquiry.All.Select(x => x.Request.Url).Distinct().ToList();
        var temporary = urls.Select(u => Temporary().Match(u.PathAndQuery)).FirstOrDefault(m => m.Success);
        var moved = reply.Inquiry.All.FirstOrDefault(x => x.Answer?.Status is 302 or 303 or 307 && reply.Exchange.Request.Url.AbsolutePath != x.Request.Url.AbsolutePath);
        if (temporary is not null)
            e.Violated(Requirement, $"The URL of {Where.Of(reply)} carries something temporary: {temporary.Value.Trim('?', '&', '/', ';')}.", "a URL that stays", temporary.Value, reply);
        else if (moved is not null)
            e.Warn(Requirement, $"{Where.Of(reply)} is redirected with {moved.Answer!.Status}, as if for the time being, to {reply.Exchange.Request.Url.OriginalString}.", "no redirect, or 301 or 308", $"{moved.Answer.Status}", reply);
        else
            e.Pass(Requirement, "The discovery URL carries nothing temporary; whether it stays can be told from later runs only.", reply);
    }

    [GeneratedRegex(@"[;?&](jsessionid|phpsessid|aspsessionid\w*|cfid|cftoken|session_?id|x-amz-(signature|credential|security-token)|access_token)=[^&]+|[?&](sid|session|token|ticket|sig|signature)=[^&]{16,}|/\(S\([a-z0-9]+\)\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Temporary();
}
