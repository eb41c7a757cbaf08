namespace Open311.Mock.Store;

/// <summary>
/// Remembers what questions found. Clients ask the same again and again, and the usual window only slides: what it finds stays the same until
/// something changes or the oldest of it falls out. Not safe for use by several threads.
/// </summary>
internal sealed class FoundLists
{
    const int Most = 64;

    readonly Dictionary<(string Jurisdiction, string? Codes, bool? Closed, int Limit), Entry> entries = [];

    /// <param name="query">The question.</param>
    /// <param name="version">Of the requests: another one means that any of them may have changed.</param>
    /// <param name="at">The time of the requests: none is later.</param>
    /// <param name="find">Finds them.</param>
    public ServiceRequest[] Get(RequestQuery query, long version, DateTimeOffset at, Func<ServiceRequest[]> find)
    {
        var key = (query.Jurisdiction, query.Codes is null ? null : string.Join('\n', query.Codes), query.Closed, query.Limit);
        if (entries.TryGetValue(key, out var known) && known.Version == version && known.Holds(query))
            return known.Found;
        if (entries.Count >= Most)
            entries.Clear();
        var found = find();
        entries[key] = new Entry(version, query.From, query.To, at, found);
        return found;
    }

    sealed record Entry(long Version, DateTimeOffset From, DateTimeOffset To, DateTimeOffset At, ServiceRequest[] Found)
    {
        public bool Holds(RequestQuery query) => StartHolds(query.From) && EndHolds(query.To);

        // A later start drops what lies before it, and the oldest is the last.
        bool StartHolds(DateTimeOffset from) => from == From || (from > From && (Found.Length == 0 || Found[^1].Requested >= from));

        // Beyond the time of the requests there are none, however far one looks.
        bool EndHolds(DateTimeOffset to) => to == To || (To >= At && to >= To);
    }
}
