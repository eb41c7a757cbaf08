using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Sends a GET with the arguments of a POST, before anything is posted; whether it left something is looked for in the end.</summary>
sealed class GetIsNoPost : IRule
{
    public string Name => "get-is-no-post";

    public async Task JudgeAsync(Examination e)
    {
        if (!e.Posts.IsTest || e.Target.Writes.DryRun || e.Posts.Services.Main is not { } code || !e.Posts.Places.HasCoordinates)
            return;
        var (lat, @long) = e.Posts.Places.Coordinates(0);
        var attributes = e.Posts.Services.HasDefinition(code) ? await Postbox.RequiredAsync(e, code).ConfigureAwait(false) : [];
        var ask = Ask.Requests(e.Reading, [("service_code", code), ("lat", lat), ("long", @long), ("description", RunMark.Sentence(e.Posts.GetNonce)), .. attributes.Select(a => (a.Key, a.Value))]);
        await e.AskAsync(ask with { Purpose = Purpose.Free, WithKey = true }).ConfigureAwait(false);
    }
}
