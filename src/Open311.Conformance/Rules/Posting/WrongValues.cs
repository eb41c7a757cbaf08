using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Values that contradict the definition are refused.</summary>
sealed class WrongValues : IRule
{
    const string Requirement = "GR2-POST-032";
    const string Wrong = "open311-no-such-value";

    static readonly Dictionary<int, Verdict> wanted = new() { [400] = Verdict.Pass };

    public string Name => "wrong-values";

    public async Task JudgeAsync(Examination e)
    {
        var services = await Answerable.AllAsync(e).ConfigureAwait(false);
        var drafts = Drafts(e, services).ToList();
        foreach (var draft in drafts)
        {
            if (await e.Posts.PostAsync(e, draft).ConfigureAwait(false) is not { } posted)
                return;
            Refusals.Judge(e, posted, Requirement, wanted, "400");
        }

        if (drafts.Count == 0)
            e.NotApplicable(Requirement, "No service that may be used has an attribute with values or a type to contradict.");
    }

    IEnumerable<Draft> Drafts(Examination e, IReadOnlyList<Answerable> services)
    {
        foreach (var (applies, values) in Tries())
        {
            if (services.FirstOrDefault(s => s.Attributes.Any(applies)) is not { } service)
                continue;
            var attribute = service.Attributes.First(applies);
            yield return service.Draft(e, Name, [.. service.Required(e.Now, attribute), .. values(attribute).Select(attribute.Answer)]) with { Purpose = Purpose.Refusal };
        }
    }

    static IEnumerable<(Func<AskedAttribute, bool> Applies, Func<AskedAttribute, string[]> Values)> Tries() =>
    [
        (a => a.Datatype == "singlevaluelist" && a.Keys.Count > 0, _ => [Wrong]),
        (a => a.IsMulti && a.Keys.Count > 0, a => [Wrong, a.Keys[0]]),
        (a => a.IsMulti && a.Keys.Count > 0, a => [a.Keys[0], Wrong]),
        (a => a.Datatype == "number", _ => ["many"]),
        (a => a.Datatype == "datetime", _ => ["yesterday"]),
        (a => a.Datatype == "singlevaluelist" && a.Keys.Count > 1, a => [a.Keys[0], a.Keys[1]]),
    ];
}
