using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Transport;

sealed class ResourcesAtTheirPaths : IRule
{
    const string Requirement = "GR2-HTTP-001";

    public string Name => "resources-at-their-paths";

    public async Task JudgeAsync(Examination examination)
    {
        foreach (var ask in Resources.Of(examination, examination.Reading))
        {
            var reply = await examination.AskAsync(ask).ConfigureAwait(false);
            if (!examination.Answered(reply, Requirement))
                continue;
            if (reply.Succeeded)
                examination.Pass(Requirement, $"{ask.Path} is there.", reply);
            else if (reply.Status is 401 or 403)
                examination.Inconclusive(Requirement, $"{ask.Path} is answered {reply.Status}.", "GR2-KEY-001", reply);
            else if (await ElsewhereAsync(examination, ask).ConfigureAwait(false) is { } found)
                examination.Violated(Requirement, $"{ask.Path} is answered {reply.Status}, but {Where.Of(found)} gives the resource.", ask.Path, Where.Of(found), reply);
            else
                examination.Inconclusive(Requirement, $"{ask.Path} is answered {reply.Status}, and the resource was found nowhere else.", await Twin.CauseAsync(examination, ask).ConfigureAwait(false) ?? Twin.Existence(ask), reply);
        }
    }

    static async Task<Reply?> ElsewhereAsync(Examination e, Ask ask)
    {
        var extension = ask.Path[ask.Path.LastIndexOf('.')..];
        var bare = ask.Path[..^extension.Length];
        var singular = bare.Replace("requests/", "request/", StringComparison.Ordinal).Replace("services/", "service/", StringComparison.Ordinal);
        Ask[] others =
        [
            ask with { Path = bare },
            (ask with { Path = bare }).With("format", extension[1..]),
            .. singular == bare ? (Ask[])[] : [ask with { Path = singular + extension }],
        ];
        foreach (var other in others)
        {
            var reply = await e.AskAsync(other.For(Purpose.Free)).ConfigureAwait(false);
            if (Twin.Gives(reply) && e.Shapes.Read(reply) is { Recognised: true, Items.Count: > 0 })
                return reply;
        }

        return null;
    }
}
