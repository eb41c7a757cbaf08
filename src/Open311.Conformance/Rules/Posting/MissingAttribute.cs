using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Posting;

/// <summary>A report that lacks a required attribute, or sends it empty, is refused.</summary>
sealed class MissingAttribute : IRule
{
    const string Requirement = "GR2-POST-019";

    static readonly Dictionary<int, Verdict> wanted = new() { [400] = Verdict.Pass };

    public string Name => "missing-attribute";

    public async Task JudgeAsync(Examination e)
    {
        if (await Answerable.FirstAsync(e, Requirement, "a required attribute", a => a.Required(e.Now).Count > 0).ConfigureAwait(false) is not { } service)
            return;
        var attribute = service.Attributes.First(a => a.Required && a.Valid(e.Now) is not null);
        var others = service.Required(e.Now, attribute);
        foreach (var attributes in (IReadOnlyList<KeyValuePair<string, string>>[])[others, [.. others, attribute.Answer("")]])
        {
            var draft = service.Draft(e, Name, attributes) with { Purpose = Purpose.Refusal };
            if (await e.Posts.PostAsync(e, draft).ConfigureAwait(false) is not { } posted)
                return;
            Refusals.Judge(e, posted, Requirement, wanted, "400");
        }
    }
}
