using Open311.Mock.Clients.Rules.Past;
using Open311.Mock.Journal;

namespace Open311.Mock.Clients;

/// <summary>What clients did right and wrong since the start or the last reset: a scorecard with an entry for every client requirement.</summary>
public sealed class ClientScores
{
    readonly ClientJudge judge;
    readonly Func<IReadOnlyCollection<string>> secrets;

    internal ClientScores(ClientJudge judge, Func<IReadOnlyCollection<string>> secrets)
    {
        this.judge = judge;
        this.secrets = secrets;
    }

    /// <summary>Calls that were judged.</summary>
    public long Calls => judge.Score.Calls;

    /// <summary>Whether no call broke a must.</summary>
    public bool IsClean => All().All(s => s.Worst != "fail");

    /// <summary>An entry for every client requirement, in the order of the fixtures.</summary>
    public IReadOnlyList<ClientScore> All()
    {
        var redactor = new JournalRedactor(secrets());
        var tokens = judge.UnresolvedTokens(out var given);
        return [.. judge.Requirements.Select(r => r.Id == TokensResolved.Id ? Tokens(r, tokens, given) : One(r, redactor))];
    }

    ClientScore One(ClientRequirement requirement, JournalRedactor redactor)
    {
        var (met, broken, worst, examples) = judge.Score.Of(requirement.Id);
        return new ClientScore
        {
            Requirement = requirement,
            Met = met,
            Broken = broken,
            Worst = worst,
            Examples = [.. examples.Select(e =>
            {
                var call = redactor.Of(e.Call);
                return (call.Findings.FirstOrDefault(f => f.Requirement == requirement.Id) ?? e.Finding, (JournalRecord?)call);
            })],
        };
    }

    static ClientScore Tokens(ClientRequirement requirement, ClientFinding? finding, long given) => new()
    {
        Requirement = requirement,
        Met = finding is null ? given : 0,
        Broken = finding is null ? 0 : 1,
        Worst = finding?.Verdict,
        Examples = finding is null ? [] : [(finding, null)],
    };
}
