using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Posting;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>Uploaded files win over a media_url sent beside them: what comes back is an address of the server's own.</summary>
sealed class UploadsComeBack : IRule
{
    const string Requirement = "V21-MEDIA-002";

    public string Name => "uploads-come-back";

    public async Task JudgeAsync(Examination e)
    {
        if (!Claim.IsMade(e, ExtensionName.Media))
        {
            e.NotApplicable(Requirement, "Neither the operator (--extension media) nor discovery claims that files can be sent.");
            return;
        }

        foreach (var (posted, seen) in await ReadBack.AllAsync(e, Requirement, e.Posts.Of(MediaUpload.Beside)).ConfigureAwait(false))
        {
            var item = seen.Item!.Node;
            var urls = (item.Child("media_urls")?.Children.Select(c => c.Text) ?? []).Prepend(item.Value("media_url")).OfType<string>().Where(u => u.Length > 0).ToList();
            var sent = posted.Field("media_url")!;
            if (urls.Count == 0)
                e.Violated(Requirement, "A report with an uploaded file comes back without media_url.", "the address of the file", "none", seen.Reply, item);
            else if (urls.Contains(sent))
                e.Violated(Requirement, "A report with an uploaded file and a media_url comes back with the media_url that was sent.", "the address of the file", sent, seen.Reply, item.Child("media_url") ?? item);
            else if (!Uri.TryCreate(urls[0], UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
                e.Violated(Requirement, $"The media_url of a report with an uploaded file is \"{urls[0]}\".", "an address that can be fetched", urls[0], seen.Reply, item.Child("media_url") ?? item);
            else
                e.Pass(Requirement, "An uploaded file comes back as an address of the server.", seen.Reply);
        }
    }
}
