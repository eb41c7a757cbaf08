using Open311.Conformance.Judging;
using Open311.Conformance.Posting;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Rules.Posting;

/// <summary>
/// Posts the plainest correct report, which all others are compared with. Where it is refused, looks for the reason: another place, the key elsewhere,
/// a field that the specification calls optional. What is found is reported, and the run goes on with it.
/// </summary>
sealed class PlainestReport : IRule
{
    const string Accepts = "GR2-POST-001";
    const string ByCoordinates = "GR2-POST-010";
    const string KeyInForm = "GR2-KEY-005";
    const string NothingOptional = "GR2-POST-022";
    const int OtherPlaces = 2;

    static readonly string[] optional = ["email", "first_name", "last_name", "phone", "device_id", "account_id", "media_url", "address_string"];

    public string Name => "plainest-report";

    public async Task JudgeAsync(Examination e)
    {
        var draft = new Draft { Name = Name, Format = e.Reading, Siting = e.Posts.Places.HasCoordinates || e.Posts.Places.Address(0) is null ? Siting.Coordinates : Siting.Address };
        if (await e.Posts.PostAsync(e, draft).ConfigureAwait(false) is not { } first)
            return;
        var posted = first;
        for (var place = 0; place < OtherPlaces && Business.Reason(posted) is not null && !e.Posts.Places.PlaceIsGiven; place++)
        {
            if (await e.Posts.PostAsync(e, draft).ConfigureAwait(false) is not { } elsewhere)
                break;
            posted = elsewhere;
        }

        if (posted.Accepted)
            Accepted(e, posted);
        else if (posted.Reply.Status is 401 or 403)
            await KeyRefusedAsync(e, draft, posted).ConfigureAwait(false);
        else
            await RefusedAsync(e, draft, posted).ConfigureAwait(false);
    }

    static void Accepted(Examination e, Posted posted)
    {
        e.Posts.Reference ??= new(posted, null, null);
        e.Pass(Accepts, $"A report to {posted.ServiceCode} is answered {posted.Reply.Status}.", posted.Reply);
        if (posted.Draft.Siting == Siting.Coordinates && posted.Field("address_string") is null)
            e.Pass(ByCoordinates, "lat and long suffice as location.", posted.Reply);
        if (posted.Draft.Siting != Siting.Coordinates)
            e.Record.Add(Findings.Verdict.Skipped, ByCoordinates, e.Format, "Not posted: no place inside the service area is known; give one by --lat and --long.");
        if (e.Posts.Composer.KeyPlace == KeyPlace.Form && !e.Record.Has(KeyInForm, e.Format))
            e.Pass(KeyInForm, "The key is accepted as a field of the form.", posted.Reply);
    }

    async Task KeyRefusedAsync(Examination e, Draft draft, Posted refused)
    {
        // In a URL the key may end in logs: tried where that does no harm.
        var tries = e.Posts.Composer.KeyPlace == KeyPlace.Form && (e.Posts.IsTest || e.Target.Endpoint.IsLoopback);
        if (tries && await e.Posts.PostAsync(e, draft with { Key = KeyUse.InQuery }).ConfigureAwait(false) is { Accepted: true } inQuery)
        {
            e.Violated(KeyInForm, $"The key in the form is answered {refused.Reply.Status}, and the same key in the query is accepted.", "the key accepted as a field of the form", $"{refused.Reply.Status} {refused.Reply.Excerpt()}", refused.Reply);
            e.Posts.Composer.KeyPlace = KeyPlace.Query;
            e.Posts.Reference = new(inQuery, null, null);
            Accepted(e, inQuery);
            return;
        }

        Fail(e, refused, $"the plainest report is answered {refused.Reply.Status}; the API key that the operator gave may not be valid for posting", null);
        foreach (var requirement in e.Case.Requirements.Where(r => !e.Record.Has(r, e.Format)))
            e.Inconclusive(requirement, $"Could not be exercised: {e.Posts.Reference!.Trouble} ({refused.Reply.Excerpt(160)}).", reply: refused.Reply);
    }

    async Task RefusedAsync(Examination e, Draft draft, Posted refused)
    {
        var asked = Business.Demanded(refused, optional);
        if (asked.Count > 0)
        {
            var fields = asked.Select(name => (name, value: Value(e, name))).Where(f => f.value is not null).Select(f => KeyValuePair.Create(f.name, f.value!)).ToList();
            if (fields.Count > 0 && await e.Posts.PostAsync(e, draft with { With = fields }).ConfigureAwait(false) is { Accepted: true } filled)
            {
                Demands(e, refused, asked, filled);
                return;
            }
        }

        if (Acceptance.Unanswered(refused) is { } silent)
            Close(e, refused, silent, null);
        else if (Business.Reason(refused) is { } business)
            Close(e, refused, $"the plainest report was refused for a reason of the city: {business}. Give a place inside the service area by --lat and --long, or a service by --service-code", null);
        else
            Broken(e, refused);
    }

    static void Demands(Examination e, Posted refused, IReadOnlyList<string> asked, Posted filled)
    {
        e.Posts.Composer.Demanded = [.. filled.Draft.With];
        e.Posts.Reference = new(filled, null, null);
        var names = string.Join(", ", asked);
        if (asked.Contains("address_string"))
            e.Violated(ByCoordinates, $"A report with lat and long is answered {refused.Reply.Status}; with {names} too it is accepted.", "lat and long accepted as the only location", $"{refused.Reply.Status} {refused.Reply.Excerpt()}", refused.Reply);
        if (asked.Any(a => a != "address_string"))
            e.Violated(NothingOptional, $"A report without {names} is answered {refused.Reply.Status}; with {names} it is accepted. The specification lists {(asked.Count == 1 ? "it" : "them")} as optional.", "accepted without optional fields", $"{refused.Reply.Status} {refused.Reply.Excerpt()}", refused.Reply);
        Accepted(e, filled);
    }

    static void Broken(Examination e, Posted refused)
    {
        var cause = Acceptance.Cause(refused);
        Fail(e, refused, $"the plainest report is answered {refused.Reply.Status}", Accepts);
        e.Violated(Accepts, $"A report with a key, service_code, lat, long and description is answered {refused.Reply.Status}.", "200 with the id of the request", $"{refused.Reply.Status} {refused.Reply.Excerpt(160)}", refused.Reply, blockedBy: cause);
        foreach (var requirement in e.Case.Requirements.Where(r => !e.Record.Has(r, e.Format)))
            e.Inconclusive(requirement, $"Could not be exercised: {e.Posts.Reference!.Trouble}.", Accepts, refused.Reply);
    }

    static void Close(Examination e, Posted refused, string trouble, string? blockedBy)
    {
        Fail(e, refused, trouble, blockedBy);
        foreach (var requirement in e.Case.Requirements)
            e.Inconclusive(requirement, $"Could not be exercised: {trouble}.", blockedBy, refused.Reply);
    }

    static void Fail(Examination e, Posted refused, string trouble, string? blockedBy) => e.Posts.Reference = new(refused, trouble, blockedBy);

    static string? Value(Examination e, string name) => name switch
    {
        "email" => e.Target.Writes.Email ?? Composer.UsualEmail,
        "first_name" => "Conformance",
        "last_name" => "Test",
        "phone" => "+1 555 0100",
        "media_url" => "https://example.org/open311-test.png",
        "address_string" => e.Posts.Places.Address(0),
        _ => "open311-test",
    };
}
