using Open311.Conformance.Judging;
using Open311.Conformance.Posting;
using Open311.Conformance.Rules.Posting;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>Posts a report as multipart/form-data with two tiny images, where the endpoint claims to take uploads.</summary>
sealed class MediaUpload : IRule
{
    /// <summary>The report with a media_url beside its files.</summary>
    public const string Beside = "media-upload-beside-a-url";

    const string Part = "EXT-MEDIA-001";
    const string Files = "V21-MEDIA-001";
    const string Wins = "V21-MEDIA-002";

    public string Name => "media-upload";

    public async Task JudgeAsync(Examination e)
    {
        if (!Claim.IsMade(e, ExtensionName.Media))
        {
            foreach (var requirement in e.Case.Requirements)
                e.NotApplicable(requirement, "Neither the operator (--extension media) nor discovery claims that files can be sent.");
            return;
        }

        var draft = new Draft { Name = Name, Format = e.Reading, Files = ["media", "media"] };
        if (await e.Posts.PostAsync(e, draft, Part, Files).ConfigureAwait(false) is not { } posted)
            return;
        var accepted = Acceptance.Judge(e, posted, Files);
        if (accepted)
            e.Pass(Part, "A report as multipart/form-data with parts named media is accepted.", posted.Reply);
        else if (await e.Posts.PostAsync(e, draft with { Files = ["media[]"] }, Part).ConfigureAwait(false) is { Accepted: true } bracketed)
            e.Pass(Part, "A report as multipart/form-data with a part named media[] is accepted.", bracketed.Reply);
        else
            e.Inform(Part, $"A report as multipart/form-data is answered {posted.Reply.Status}.", reply: posted.Reply);
        if (accepted)
            await e.Posts.PostAsync(e, draft with { Name = Beside, Files = ["media"], With = [KeyValuePair.Create("media_url", "https://example.org/open311-conformance-test/%mark%.png")] }, Wins).ConfigureAwait(false);
    }
}
