using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Requests;

/// <summary>media_url can be fetched. Only media on the endpoint's own origin is tried: the operator named no other host.</summary>
sealed class MediaCanBeFetched : IRule
{
    const int Sample = 3;

    public string Name => "media-can-be-fetched";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var media = e.Survey.Known
            .Select(i => Uri.TryCreate(i.Node.Value("media_url"), UriKind.Absolute, out var url) ? url : null)
            .OfType<Uri>()
            .ToList();
        if (media.Count == 0)
        {
            e.Inconclusive(e.Requirement, "No known service request has a media_url.");
            return;
        }

        var own = media.Where(u => u.Scheme == e.Target.Endpoint.Scheme && u.Authority == e.Target.Endpoint.Authority).Distinct().Take(Sample).ToList();
        if (own.Count == 0)
        {
            e.Skipped(e.Requirement, "All media lie on other hosts than the endpoint, which the operator did not name.");
            return;
        }

        foreach (var url in own)
        {
            var ask = new Ask { Resource = ResourceKind.Unknown, Path = url.AbsolutePath.TrimStart('/'), Method = "HEAD", Purpose = Purpose.Free };
            var reply = await e.AskAsync(ask, url).ConfigureAwait(false);
            if (reply.Succeeded)
                e.Pass(e.Requirement, "Media can be fetched.", reply);
            else
                e.Inform(e.Requirement, $"The media at {url.AbsolutePath} is answered {reply.Status}.", "200", $"{reply.Status}", reply);
        }
    }
}
