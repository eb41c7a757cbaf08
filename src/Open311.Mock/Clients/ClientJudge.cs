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
    readonly int[] byContent;
    readonly Lazy<ClientRequirementCatalog> requirements = new(ClientRequirementCatalog.Load);
    readonly ConcurrentDictionary<(string Method, string Target), int[]> met = new();
    readonly ConcurrentDictionary<(string Method, string Target), Told> told = new();
    readonly ClientPast past = new();

    public ClientJudge()
    {
        always = [.. Enumerable.Range(0, rules.Length).Where(i => rules[i].Scope is RuleScope.Headers or RuleScope.Past)];
        byTarget = [.. Enumerable.Range(0, rules.Length).Where(i => rules[i].Scope == RuleScope.Target)];
        byContent = [.. Enumerable.Range(0, rules.Length).Where(i => rules[i].Scope is RuleScope.Target or RuleScope.Body)];
        Score = new Scorecard([.. rules.Select(r => r.Requirement)]);
    }

    public Scorecard Score { get; }

    public IReadOnlyList<ClientRequirement> Requirements => requirements.Value.All;

    /// <param name="call">The call, answered.</param>
    /// <param name="token">The token that the answer gave; null for none.</param>
    public Judgement Judge(ClientCall call, string? token)
    {
        call.Past = past.Enter(call, token);
        List<(int Rule, Breach Breach)>? broken = null;
        var plain = call.IsRead && call.Body.Bytes.IsEmpty;
        if (plain && met.TryGetValue((call.Method, call.Target), out var known))
        {
            Score.CountMet(known);
        }
        else
        {
            var exercised = new List<int>();
            broken = Look(plain ? byTarget : byContent, call, exercised, broken);
            Score.CountMet(exercised);
            if (plain && broken is null)
                Keep(met, call, [.. exercised]);
        }

        broken = Look(always, call, null, broken);
        Score.CountCall();
        if (broken is null)
            return Judgement.None;
        Score.CountBroken(broken);
        if (!plain)
            return new Judgement(Findings(call, broken));
        if (told.TryGetValue((call.Method, call.Target), out var before) && before.Is(broken))
            return before.Judgement;
        var judgement = new Judgement(Findings(call, broken));
        Keep(told, call, new Told(broken, judgement));
        return judgement;
    }

    /// <summary>Forgets what was judged by a city that has changed.</summary>
    public void CityChanged()
    {
        met.Clear();
        told.Clear();
    }

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
        Score.CountCall();
        Score.CountBroken([(Array.FindIndex(rules, r => r.Requirement == Rules.Http.SentAsHttp.Id), new Breach(received, ""))]);
        return Finding(Rules.Http.SentAsHttp.Id, new Breach(received, "A request of HTTP/1.1, its target percent-encoded."), null);
    }

    static void Keep<T>(ConcurrentDictionary<(string Method, string Target), T> all, ClientCall call, T value)
    {
        if (all.Count >= MostKept)
            all.Clear();
        all[(call.Method, call.Target)] = value;
    }

    // What was met is taken down in the list, or counted at once where there is none: this runs for every call.
    List<(int Rule, Breach Breach)>? Look(int[] chosen, ClientCall call, List<int>? exercised, List<(int Rule, Breach Breach)>? broken)
    {
        foreach (var i in chosen)
        {
            var look = rules[i].Look(call);
            if (!look.IsExercised)
                continue;
            if (look.Breach is { } breach)
                (broken ??= []).Add((i, breach));
            else if (exercised is not null)
                exercised.Add(i);
            else
                Score.CountMet(i);
        }

        return broken;
    }

    IReadOnlyList<ClientFinding> Findings(ClientCall call, List<(int Rule, Breach Breach)> broken)
    {
        // One command puts everything right, for half a correction would only lead to the next refusal.
        var draft = new CallDraft(call);
        foreach (var (_, breach) in broken)
            breach.Mend?.Invoke(draft);
        // Where nothing of the call itself is wrong, repeating it is no correction.
        var curl = broken.Exists(b => b.Breach.Mend is not null || rules[b.Rule].Scope is RuleScope.Target or RuleScope.Body) ? draft.Curl() : null;
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
}
