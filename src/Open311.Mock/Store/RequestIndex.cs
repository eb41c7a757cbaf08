namespace Open311.Mock.Store;

/// <summary>
/// Service requests in order of requested_datetime, then of arrival. Finding is logarithmic; inserting moves at most one chunk,
/// and next to nothing at the end, where posted requests go. One reference a request, so that a million cost eight megabytes.
/// </summary>
internal sealed class RequestIndex
{
    const int ChunkSize = 256;

    readonly List<Chunk> chunks = [];

    public int Count { get; private set; }

    public void Add(ServiceRequest request)
    {
        Count++;
        if (chunks.Count == 0 || (chunks[^1] is { Count: ChunkSize } full && Compare(full.Items[^1], request) < 0))
            chunks.Add(new Chunk());
        var at = Math.Max(0, ChunkOf(request));
        if (chunks[at].Count == ChunkSize)
        {
            chunks.Insert(at + 1, chunks[at].Split());
            if (Compare(chunks[at + 1].Items[0], request) < 0)
                at++;
        }

        chunks[at].Insert(request);
    }

    /// <summary>Puts a newer state in the place of an older one; both have the same place in the order.</summary>
    public void Replace(ServiceRequest request)
    {
        var chunk = chunks[ChunkOf(request)];
        chunk.Items[chunk.Find(request)] = request;
    }

    public void Remove(ServiceRequest request)
    {
        var at = ChunkOf(request);
        chunks[at].RemoveAt(chunks[at].Find(request));
        Count--;
        if (chunks[at].Count == 0)
            chunks.RemoveAt(at);
    }

    /// <summary>Walks from the latest request at or before an instant to the earliest at or after another.</summary>
    public IEnumerable<ServiceRequest> NewestFirst(DateTimeOffset from, DateTimeOffset to)
    {
        for (var c = LastBefore(to); c >= 0; c--)
        {
            var chunk = chunks[c];
            for (var i = chunk.UpTo(to) - 1; i >= 0; i--)
            {
                if (chunk.Items[i].Requested < from)
                    yield break;
                yield return chunk.Items[i];
            }
        }
    }

    static int Compare(ServiceRequest a, ServiceRequest b)
    {
        var byTime = a.Requested.CompareTo(b.Requested);
        return byTime != 0 ? byTime : a.Sequence.CompareTo(b.Sequence);
    }

    // The last chunk that starts at or before the request; -1 when all start after it. A new, empty chunk starts nowhere.
    int ChunkOf(ServiceRequest request)
    {
        int low = 0, high = chunks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (chunks[middle].Count == 0 || Compare(chunks[middle].Items[0], request) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    int LastBefore(DateTimeOffset to)
    {
        int low = 0, high = chunks.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (chunks[middle].Items[0].Requested <= to)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    sealed class Chunk
    {
        public ServiceRequest[] Items { get; private set; } = new ServiceRequest[8];

        public int Count { get; private set; }

        public void Insert(ServiceRequest request)
        {
            if (Count == Items.Length)
                Items = Resized(Count * 2);
            var at = LowerBound(request);
            Array.Copy(Items, at, Items, at + 1, Count - at);
            Items[at] = request;
            Count++;
        }

        public int Find(ServiceRequest request)
        {
            var at = LowerBound(request);
            return at < Count && Compare(Items[at], request) == 0
                ? at
                : throw new InvalidOperationException($"The request with the sequence {request.Sequence} is not in the index.");
        }

        public void RemoveAt(int at)
        {
            Count--;
            Array.Copy(Items, at + 1, Items, at, Count - at);
            Items[Count] = null!;
        }

        public Chunk Split()
        {
            var half = Count / 2;
            var upper = new Chunk { Items = new ServiceRequest[ChunkSize], Count = Count - half };
            Array.Copy(Items, half, upper.Items, 0, upper.Count);
            Array.Clear(Items, half, upper.Count);
            Count = half;
            return upper;
        }

        /// <summary>How many of its requests lie at or before an instant.</summary>
        public int UpTo(DateTimeOffset to)
        {
            int low = 0, high = Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Items[middle].Requested <= to)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low;
        }

        int LowerBound(ServiceRequest request)
        {
            int low = 0, high = Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Compare(Items[middle], request) < 0)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low;
        }

        ServiceRequest[] Resized(int size)
        {
            var items = new ServiceRequest[Math.Min(size, ChunkSize)];
            Array.Copy(Items, items, Count);
            return items;
        }
    }
}
