using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Two values of one attribute are accepted as attribute[code][].</summary>
sealed class SeveralValues : IRule
{
    const string Requirement = "GR2-POST-021";

    public string Name => "several-values";

    public async Task JudgeAsync(Examination e)
    {
        var all = await Answerable.AllAsync(e).ConfigureAwait(false);
        var preferred = all.FirstOrDefault(s => s.Attributes.Any(a => a is { IsMulti: true, Required: true, Keys.Count: > 1 }));
        if ((preferred ?? await Answerable.FirstAsync(e, Requirement, "a multivaluelist with two values", s => s.Attributes.Any(a => a is { IsMulti: true, Keys.Count: > 1 })).ConfigureAwait(false)) is not { } service)
            return;
        var attribute = service.Attributes.Where(a => a is { IsMulti: true, Keys.Count: > 1 }).OrderBy(a => a.Required ? 0 : 1).First();
        var draft = service.Draft(e, Name, [.. service.Required(e.Now, attribute), attribute.Answer(attribute.Keys[0]), attribute.Answer(attribute.Keys[1])]);
        if (await e.Posts.PostAsync(e, draft).ConfigureAwait(false) is { } posted)
            Acceptance.Judge(e, posted, Requirement);
    }
}
