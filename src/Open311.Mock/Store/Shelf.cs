namespace Open311.Mock.Store;

/// <summary>The listed requests of one jurisdiction, by id and in order of time: all, by status, by service, and by both.</summary>
internal sealed class Shelf
{
    readonly Dictionary<string, ServiceRequest> byId = [];
    readonly RequestIndex all = new();
    readonly Dictionary<(string? Code, bool? Closed), RequestIndex> some = [];

    /// <summary>Count of each service and status.</summary>
    public IEnumerable<(string Code, bool Closed, int Count)> Counts =>
        some.Where(s => s.Key is { Code: not null, Closed: not null } && s.Value.Count > 0).Select(s => (s.Key.Code!, s.Key.Closed!.Value, s.Value.Count));

    public int Count => all.Count;

    public ServiceRequest? ById(string id) => byId.GetValueOrDefault(id);

    public void Add(ServiceRequest request)
    {
        byId.Add(request.Id, request);
        all.Add(request);
        foreach (var index in Of(request))
            index.Add(request);
    }

    /// <summary>Puts the newer state of a request in the place of the older.</summary>
    public void Replace(ServiceRequest was, ServiceRequest now)
    {
        byId[now.Id] = now;
        all.Replace(now);
        foreach (var (old, index) in Of(was).Zip(Of(now)))
        {
            if (old == index)
            {
                index.Replace(now);
                continue;
            }

            old.Remove(was);
            index.Add(now);
        }
    }

    public IEnumerable<ServiceRequest> Everything() => all.NewestFirst(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    public IEnumerable<ServiceRequest> Find(RequestQuery query)
    {
        if (query.Codes is null)
            return query.Closed is null ? all.NewestFirst(query.From, query.To) : Walk(null, query);
        return query.Codes.Count == 1 ? Walk(query.Codes.First(), query) : Merged([.. query.Codes.Distinct().Select(code => Walk(code, query))]);
    }

    IEnumerable<ServiceRequest> Walk(string? code, RequestQuery query) =>
        some.TryGetValue((code, query.Closed), out var index) ? index.NewestFirst(query.From, query.To) : [];

    static IEnumerable<ServiceRequest> Merged(IReadOnlyList<IEnumerable<ServiceRequest>> walks)
    {
        // The greatest first, hence the negated keys.
        var heads = new PriorityQueue<IEnumerator<ServiceRequest>, (long, long)>();
        foreach (var walk in walks)
            Queue(heads, walk.GetEnumerator());
        while (heads.TryDequeue(out var head, out _))
        {
            yield return head.Current;
            Queue(heads, head);
        }
    }

    static void Queue(PriorityQueue<IEnumerator<ServiceRequest>, (long, long)> heads, IEnumerator<ServiceRequest> walk)
    {
        if (walk.MoveNext())
            heads.Enqueue(walk, (-walk.Current.Requested.UtcTicks, -walk.Current.Sequence));
    }

    RequestIndex[] Of(ServiceRequest request) =>
    [
        Index(null, request.Closed),
        Index(request.Service.Code, null),
        Index(request.Service.Code, request.Closed),
    ];

    RequestIndex Index(string? code, bool? closed)
    {
        if (!some.TryGetValue((code, closed), out var index))
            some[(code, closed)] = index = new RequestIndex();
        return index;
    }
}
