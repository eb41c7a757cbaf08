using System.Collections.Concurrent;
using Open311.Mock.Clients.Rules.Past;

namespace Open311.Mock.Clients;

/// <summary>Judges every call. What depends on the request target alone is kept for reads, since clients ask the same again and again.</summary>
internal sealed class ClientJudge
{
    const int MostKept = 512;

    readonly ClientRule[] rules = [.. RuleBook.Rules()];
    readonly int[] always;
    readonly int[] byTarget;
    readonly Lazy<ClientRequirementCatalog> requirements = new(ClientRequirementCatalog.Load);
    readonly ConcurrentDictionary<(string Method, string Target), int[]> met = new();
    readonly ClientPast past = new();

    public ClientJudge()
    {
        always = [.. Enumerable.Range(0, rules.Length).Where(i => rules[i].Scope is RuleScope.Headers or RuleScope.Past)];
        byTarget = [.. Enumerable.Range(0, rules.Length).Where(i => rules[i].Scope == RuleScope.Target)];
        Score = new Scorecard([.. rules.Select(r => r.Requirement)]);
    }

    public Scorecard Score { get; }

    public IReadOnlyList<ClientRequirement> Requirements => requirements.Value.All;

    /// <param name="call">The call, answered.</param>
    /// <param name="token">The token that the answer gave; null for none.</param>
    public Judgement Judge(ClientCall call, string? token)
    {
        call.Past = past.Enter(call, token);
        var sight = new Sight();
        var plain = call.IsRead && call.Body.Bytes.IsEmpty;
        if (plain && met.TryGetValue((call.Method, call.Target), out var known))
        {
            sight.Exercised.AddRange(known);
        }
        else
        {
            Look(plain ? byTarget : Enumerable.Range(0, rules.Length).Where(i => rules[i].Scope is RuleScope.Target or RuleScope.Body), call, sight);
            if (plain && sight.Broken.Count == 0)
                Keep(call, [.. sight.Exercised]);
        }

        Look(always, call, sight);
        var judgement = new Judgement(sight.Exercised, [.. sight.Broken.Select(b => b.Rule)], sight.Broken.Count == 0 ? [] : Findings(call, sight.Broken));
        Score.Count(judgement);
        return judgement;
    }

    /// <summary>Forgets what was judged by a city that has changed.</summary>
    public void CityChanged() => met.Clear();

    /// <summary>Forgets everything that clients did.</summary>
    public void Forget()
    {
        past.Forget();
        Score.Clear();
    }

    /// <summary>What is decided only when no more calls are awaited: tokens that nobody asked for.</summary>
    public ClientFinding? UnresolvedTokens(out long given)
    {
        (given, var unasked) = past.Tokens();
        return unasked.Count == 0
            ? null
            : Finding(TokensResolved.Id, new Breach($"{unasked.Count} of {given} tokens that were never asked for.", "A call to tokens/TOKEN for each."), null);
    }

    /// <summary>The finding for what the server could not even read.</summary>
    public ClientFinding Malformed(string received)
    {
        Score.Count(new Judgement([], [Array.FindIndex(rules, r => r.Requirement == Rules.Http.SentAsHttp.Id)], []));
        return Finding(Rules.Http.SentAsHttp.Id, new Breach(received, "A request of HTTP/1.1, its target percent-encoded."), null);
    }

    void Keep(ClientCall call, int[] exercised)
    {
        if (met.Count >= MostKept)
            met.Clear();
        met[(call.Method, call.Target)] = exercised;
    }

    void Look(IEnumerable<int> chosen, ClientCall call, Sight sight)
    {
        foreach (var i in chosen)
        {
            var look = rules[i].Look(call);
            if (!look.IsExercised)
                continue;
            if (look.Breach is { } breach)
                sight.Broken.Add((i, breach));
            else
                sight.Exercised.Add(i);
        }
    }

    IReadOnlyList<ClientFinding> Findings(ClientCall call, List<(int Rule, Breach Breach)> broken)
    {
        // One command puts everything right, for half a correction would only lead to the next refusal.
        var draft = new CallDraft(call);
        foreach (var (_, breach) in broken)
            breach.Mend?.Invoke(draft);
        var curl = draft.Curl();
        return [.. broken.OrderBy(b => b.Rule).Select(b => Finding(rules[b.Rule].Requirement, b.Breach, curl))];
    }

    ClientFinding Finding(string id, Breach breach, string? curl)
    {
        var requirement = requirements.Value[id];
        var verdict = requirement.Level switch { "must" when !breach.IsPardoned => "fail", "may" => "info", _ => "warn" };
        return new ClientFinding
        {
            Requirement = id,
            Verdict = verdict,
            Statement = requirement.Statement,
            Received = breach.IsPardoned ? $"{breach.Received} Accepted, because this city is lenient." : breach.Received,
            Expected = breach.Expected,
            Fix = requirement.Fix,
            Clause = requirement.Clause,
            Reason = requirement.Reason,
            Curl = curl,
        };
    }

    sealed class Sight
    {
        public List<int> Exercised { get; } = [];

        public List<(int Rule, Breach Breach)> Broken { get; } = [];
    }
}
