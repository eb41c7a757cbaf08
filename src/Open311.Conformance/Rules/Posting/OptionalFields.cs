using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>
/// Posts without the fields that the specification calls optional, and with all of them empty. A demand for a description alone is tolerated; a demand
/// for any of them says nothing more about empty ones.
/// </summary>
sealed class OptionalFields : IRule
{
    const string LeftOut = "GR2-POST-022";
    const string Empty = "GR2-OPT-002";

    static readonly string[] names = ["email", "device_id", "account_id", "first_name", "last_name", "phone", "description", "media_url"];

    public string Name => "optional-fields";

    public async Task JudgeAsync(Examination e)
    {
        if (await e.Posts.PostAsync(e, new Draft { Name = Name, Format = e.Reading, Prose = Prose.None }).ConfigureAwait(false) is not { } bare)
            return;
        var isTaken = JudgeBare(e, bare);
        if (!isTaken || e.Posts.Composer.Demanded.Count > 0)
        {
            e.Inconclusive(Empty, "Could not be exercised: a report without the optional fields is refused.", LeftOut, bare.Reply);
            return;
        }

        var draft = new Draft { Name = $"{Name}-empty", Format = e.Reading, Prose = Prose.None, With = [.. names.Select(n => KeyValuePair.Create(n, ""))] };
        if (await e.Posts.PostAsync(e, draft, Empty).ConfigureAwait(false) is { } empty)
            Acceptance.Judge(e, empty, Empty);
    }

    static bool JudgeBare(Examination e, Posted bare)
    {
        if (e.Posts.Reference is { Accepted: true } && Business.Demanded(bare, names) is ["description"])
        {
            e.Warn(LeftOut, $"A report without description is answered {bare.Reply.Status}; the specification lists it as optional.", "accepted without optional fields", $"{bare.Reply.Status} {bare.Reply.Excerpt()}", bare.Reply);
            return false;
        }

        return Acceptance.Judge(e, bare, LeftOut);
    }
}
