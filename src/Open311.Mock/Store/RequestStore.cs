using Open311.Mock.Life;
using Open311.Mock.Running;

namespace Open311.Mock.Store;

/// <summary>
/// The requests of a city, in the state of the city's time. Every method sees and leaves one consistent state; what it gives out
/// never changes. What is due is brought about when somebody looks: moving the clock costs nothing until then.
/// </summary>
internal sealed class RequestStore
{
    readonly Lock gate = new();
    readonly TimeProvider clock;
    readonly Dictionary<string, Shelf> shelves = [];
    readonly Dictionary<(string Jurisdiction, string Token), (string Id, long Sequence)> tokens = [];
    readonly Dictionary<long, ServiceRequest> unlisted = [];
    readonly HashSet<(string Jurisdiction, string Id)> promised = [];
    readonly FoundLists found = new();
    readonly PriorityQueue<(string Jurisdiction, string Id, long Sequence), (long At, long Sequence)> due = new();
    DateTimeOffset at;
    long version;
    long next;
    int epoch;

    /// <summary>Makes a store that holds <paramref name="content"/> in the state of the clock's time.</summary>
    public RequestStore(TimeProvider clock, StoreContent content)
    {
        this.clock = clock;
        Fill(content);
    }

    public StoreContent Content => Settled(() => new StoreContent([.. Everything().OrderBy(r => r.Sequence)], next));

    public CityStatistics Statistics => Settled(() =>
    {
        var counts = from shelf in shelves
                     from count in shelf.Value.Counts
                     orderby shelf.Key, count.Code, count.Closed
                     select new RequestCount(shelf.Key, count.Code, count.Closed ? "closed" : "open", count.Count);
        return new CityStatistics(version, at, shelves.Values.Sum(s => s.Count) + unlisted.Count, unlisted.Count, [.. counts]);
    });

    public ServiceRequest? ById(string jurisdiction, string id) => Settled(() => shelves.GetValueOrDefault(jurisdiction)?.ById(id));

    /// <summary>The request of a token, and whether it is listed under its id by now.</summary>
    public (ServiceRequest Request, bool Listed)? ByToken(string jurisdiction, string token) => Settled<(ServiceRequest, bool)?>(() =>
    {
        if (!tokens.TryGetValue((jurisdiction, token), out var found))
            return null;
        if (unlisted.TryGetValue(found.Sequence, out var waiting))
            return waiting.Requested > at ? null : (waiting, false);
        return (shelves[jurisdiction].ById(found.Id)!, true);
    });

    public IReadOnlyList<ServiceRequest> Find(RequestQuery query) => Settled(() =>
        found.Get(query, version, at, () => shelves.TryGetValue(query.Jurisdiction, out var shelf) ? [.. shelf.Find(query).Take(query.Limit)] : []));

    /// <summary>Those of the ids that are listed, newest first.</summary>
    public IReadOnlyList<ServiceRequest> Find(string jurisdiction, IReadOnlyCollection<string> ids, int limit) => Settled(() =>
        shelves.TryGetValue(jurisdiction, out var shelf)
            ? ids.Distinct().Select(shelf.ById).OfType<ServiceRequest>().OrderByDescending(r => r.Requested).ThenByDescending(r => r.Sequence).Take(limit).ToArray()
            : []);

    /// <summary>All listed requests of one jurisdiction or, when null, of all; newest first.</summary>
    public IReadOnlyList<ServiceRequest> Listed(string? jurisdiction) => Settled(() =>
        jurisdiction is not null
            ? shelves.TryGetValue(jurisdiction, out var shelf) ? shelf.Everything().ToArray() : []
            : shelves.Values.SelectMany(s => s.Everything()).OrderByDescending(r => r.Requested).ThenByDescending(r => r.Sequence).ToArray());

    /// <summary>Makes a request with an id and token that nobody else has. It is in the store once it is published.</summary>
    /// <param name="make">Builds the request from a sequence; called again while its id or token is taken.</param>
    public Draft Reserve(Func<long, ServiceRequest> make)
    {
        while (true)
        {
            // Building one takes far longer than noting it, so the others need not wait for it.
            long sequence;
            int begun;
            lock (gate)
                (sequence, begun) = (next++, epoch);
            if (Promise(make(sequence), begun) is { } draft)
                return draft;
        }
    }

    // Null when the id or token is taken, or the sequence is void because the store was filled anew.
    Draft? Promise(ServiceRequest request, int begun) => Settled(() =>
    {
        if (begun != epoch
            || (request.Id.Length > 0 && (promised.Contains((request.Jurisdiction, request.Id)) || shelves.GetValueOrDefault(request.Jurisdiction)?.ById(request.Id) is not null))
            || (request.Token.Length > 0 && tokens.ContainsKey((request.Jurisdiction, request.Token))))
            return null;
        if (request.Id.Length > 0)
            promised.Add((request.Jurisdiction, request.Id));
        return new Draft(request, epoch);
    });

    /// <summary>Puts a draft in. False when the store was filled anew since it was made.</summary>
    public bool Publish(Draft draft) => Settled(() =>
    {
        if (draft.Epoch != epoch)
            return false;
        promised.Remove((draft.Request.Jurisdiction, draft.Request.Id));
        Place(draft.Request);
        version++;
        return true;
    });

    /// <summary>Whether a draft can still be published. Stays so until the store is filled anew.</summary>
    public bool Awaits(Draft draft)
    {
        lock (gate)
            return draft.Epoch == epoch;
    }

    /// <summary>Gives up a draft: its id is free again.</summary>
    public void Withdraw(Draft draft)
    {
        lock (gate)
        {
            if (draft.Epoch == epoch)
                promised.Remove((draft.Request.Jurisdiction, draft.Request.Id));
        }
    }

    /// <summary>Holds nothing but this from now on. Drafts made before are void.</summary>
    /// <param name="content">What it holds.</param>
    /// <param name="meanwhile">Done in the same step, such as setting the clock.</param>
    public void Replace(StoreContent content, Action meanwhile)
    {
        lock (gate)
        {
            meanwhile();
            epoch++;
            Fill(content);
        }
    }

    /// <summary>Changes every request in one step. Neither id, token nor times may change.</summary>
    public void Rework(Func<ServiceRequest, ServiceRequest> change)
    {
        lock (gate)
            Fill(new StoreContent([.. Everything().Select(change)], next));
    }

    T Settled<T>(Func<T> act)
    {
        lock (gate)
        {
            Settle(clock.GetUtcNow());
            return act();
        }
    }

    void Settle(DateTimeOffset now)
    {
        if (now < at)
        {
            // The clock was set back: states are functions of time, so all of them are computed anew.
            Fill(new StoreContent([.. Everything()], next));
            return;
        }

        at = now;
        while (due.TryPeek(out var what, out var when) && when.At <= now.UtcTicks)
        {
            due.Dequeue();
            version++;
            if (unlisted.Remove(what.Sequence, out var waiting))
            {
                promised.Remove((what.Jurisdiction, what.Id));
                Place(waiting);
                continue;
            }

            var shelf = shelves[what.Jurisdiction];
            var was = shelf.ById(what.Id)!;
            var state = LifeState.At(was, now);
            shelf.Replace(was, state);
            Await(state);
        }
    }

    void Fill(StoreContent content)
    {
        var requests = content.Requests.OrderBy(r => r.Requested).ThenBy(r => r.Sequence).ToArray();
        shelves.Clear();
        tokens.Clear();
        unlisted.Clear();
        promised.Clear();
        due.Clear();
        at = clock.GetUtcNow();
        next = content.Next;
        version++;
        foreach (var request in requests)
            Place(request);
    }

    void Place(ServiceRequest request)
    {
        if (request.Token.Length > 0)
            tokens[(request.Jurisdiction, request.Token)] = (request.Id, request.Sequence);
        var state = LifeState.At(request, at);
        if (state.Id.Length > 0 && state.Listed <= at)
        {
            if (!shelves.TryGetValue(state.Jurisdiction, out var shelf))
                shelves[state.Jurisdiction] = shelf = new Shelf();
            shelf.Add(state);
        }
        else
        {
            unlisted.Add(state.Sequence, state);
            if (state.Id.Length > 0)
                promised.Add((state.Jurisdiction, state.Id));
        }

        Await(state);
    }

    void Await(ServiceRequest request)
    {
        if (LifeState.Next(request, at) is { } when)
            due.Enqueue((request.Jurisdiction, request.Id, request.Sequence), (when.UtcTicks, request.Sequence));
    }

    IEnumerable<ServiceRequest> Everything() => shelves.Values.SelectMany(s => s.Everything()).Concat(unlisted.Values);
}
