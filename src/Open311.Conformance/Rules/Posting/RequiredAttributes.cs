using Open311.Conformance.Judging;
using Open311.Protocol.Forms;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Required attributes are understood as attribute[code], with the brackets plain and percent-encoded.</summary>
sealed class RequiredAttributes : IRule
{
    const string Plain = "GR2-POST-020";
    const string Encoded = "GR2-POST-031";

    public string Name => "required-attributes";

    public async Task JudgeAsync(Examination e)
    {
        if (await Answerable.FirstAsync(e, Plain, "a required attribute", a => a.Required(e.Now).Count > 0).ConfigureAwait(false) is not { } service)
            return;
        var draft = service.Draft(e, Name, service.Required(e.Now));
        if (await e.Posts.PostAsync(e, draft, Plain).ConfigureAwait(false) is not { } posted || !Acceptance.Judge(e, posted, Plain))
            return;
        if (await e.Posts.PostAsync(e, draft with { Style = new FormStyle(BareBrackets: false) }, Encoded).ConfigureAwait(false) is { } encoded)
            Acceptance.Judge(e, encoded, Encoded);
    }
}
