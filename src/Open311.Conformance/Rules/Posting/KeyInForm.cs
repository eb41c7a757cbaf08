using Open311.Conformance.Judging;
using Open311.Conformance.Posting;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Where the operator says that the key goes elsewhere: whether it is accepted in the form all the same.</summary>
sealed class KeyInForm : IRule
{
    const string Requirement = "GR2-KEY-005";

    public string Name => "key-in-form";

    public async Task JudgeAsync(Examination e)
    {
        if (e.Target.Writes.KeyPlace == KeyPlace.Form)
            return;
        if (await e.Posts.PostAsync(e, new Draft { Name = Name, Format = e.Reading, Key = KeyUse.InForm }).ConfigureAwait(false) is { } posted)
            Acceptance.Judge(e, posted, Requirement);
    }
}
