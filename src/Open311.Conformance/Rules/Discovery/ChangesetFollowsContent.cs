using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Discovery;

sealed class ChangesetFollowsContent : IRule
{
    const string Requirement = "SD-CON-005";
    const int Further = 3;

    public string Name => "changeset-follows-content";

    public async Task JudgeAsync(Examination examination)
    {
        if (DiscoveryDocument.Any(examination, Requirement) is not { } first)
            return;
        var stamps = new List<string?> { Stamp(examination, first) };
        for (var occasion = 2; occasion < 2 + Further; occasion++)
        {
            await examination.PauseAsync(examination.Settings.Pause).ConfigureAwait(false);
            var reply = await examination.AskAsync(Ask.Discovery(first.Format).Again(occasion)).ConfigureAwait(false);
            if (DiscoveryDocument.In(examination, reply, out var blocker) is not { } next)
            {
                DiscoveryDocument.NotThere(examination, Requirement, blocker);
                return;
            }

            stamps.Add(Stamp(examination, next));
        }

        // One change may be a publication that happens to fall into the run.
        var changes = stamps.Zip(stamps.Skip(1)).Count(p => p.First != p.Second);
        if (changes < 2)
            examination.Inconclusive(Requirement, "The changeset stays while nothing changes; whether it follows a change can be told from later runs only.", reply: first.Reply);
        else if (await ChangedAsync(examination).ConfigureAwait(false))
            examination.Inconclusive(Requirement, "The list of services or a definition changed during the run, or could not be read twice.");
        else
            examination.Violated(Requirement, $"The changeset differs from fetch to fetch ({string.Join(", ", stamps)}), while services and definitions stay the same.", "a changeset that stays while the content does", stamps[^1], first.Reply);
    }

    // Where the endpoint itself is listed its own stamp is meant, otherwise that of the document.
    static string? Stamp(Examination e, DiscoveryDocument document)
    {
        if (e.Survey.Discovery.Own is not { Url: { } url })
            return document.Changeset;
        var endpoints = e.Shapes["discovery"].Fields.First(f => f.Name == "endpoints");
        var own = Shapes.ShapeReader.ReadList(document.Root, endpoints, document.Format).Items.FirstOrDefault(i => i.Value("url") == url);
        return own?.Value("changeset") ?? document.Changeset;
    }

    static async Task<bool> ChangedAsync(Examination e)
    {
        var format = e.Survey.Primary;
        Ask[] asks = [Ask.Services(format), .. e.Survey.DefinedCodes.Take(3).Select(c => Ask.Definition(c, format))];
        foreach (var ask in asks)
        {
            var before = await e.AskAsync(ask).ConfigureAwait(false);
            var after = await e.AskAsync(ask.Again(2)).ConfigureAwait(false);
            if (!before.Succeeded || !after.Succeeded || !before.Answer!.Body.Span.SequenceEqual(after.Answer!.Body.Span))
                return true;
        }

        return false;
    }
}
