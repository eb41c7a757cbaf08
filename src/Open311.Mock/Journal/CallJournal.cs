using Open311.Mock.Clients;

namespace Open311.Mock.Journal;

/// <summary>
/// The last calls, bounded by number and by bytes: the oldest make room. What it gives out is free of keys and personal data.
/// Safe for use by several threads.
/// </summary>
public sealed class CallJournal
{
    readonly Lock writing = new();
    readonly JournalEntry?[] ring;
    readonly long mostBytes;
    readonly bool isOff;
    readonly Func<IReadOnlyCollection<string>> secrets;
    long next = 1;
    int start;
    int count;
    long bytes;

    internal CallJournal(int mostEntries, long mostBytes, Func<IReadOnlyCollection<string>> secrets)
    {
        ring = new JournalEntry?[Math.Max(1, mostEntries)];
        isOff = mostEntries <= 0;
        this.mostBytes = mostBytes;
        this.secrets = secrets;
    }

    /// <summary>Calls received since the start or the last <see cref="Clear"/>, those that made room included.</summary>
    public long Total
    {
        get
        {
            lock (writing)
                return Received;
        }
    }

    /// <summary>Calls kept.</summary>
    public int Count
    {
        get
        {
            lock (writing)
                return count;
        }
    }

    /// <summary>What is kept, in bytes as the journal counts them.</summary>
    public long Bytes
    {
        get
        {
            lock (writing)
                return bytes;
        }
    }

    /// <summary>The calls kept, the oldest first.</summary>
    public IReadOnlyList<JournalRecord> Entries => Select(new JournalFilter(), int.MaxValue);

    /// <summary>The findings of the calls kept, the oldest first.</summary>
    public IReadOnlyList<ClientFinding> Findings => [.. Snapshot().SelectMany(e => e.Findings)];

    long Received { get; set; }

    /// <summary>Forgets all calls; numbers go on.</summary>
    public void Clear()
    {
        lock (writing)
        {
            Array.Clear(ring);
            (start, count, bytes, Received) = (0, 0, 0, 0);
        }
    }

    /// <summary>Calls that a filter lets pass, the oldest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<JournalRecord> Select(JournalFilter filter, int limit)
    {
        var redactor = new JournalRedactor(secrets());
        return [.. Snapshot().Where(filter.Lets).Take(limit).Select(redactor.Of)];
    }

    /// <summary>One call by its number; null when it is not kept.</summary>
    public JournalRecord? Find(long number) =>
        Snapshot().FirstOrDefault(e => e.Number == number) is { } entry ? new JournalRedactor(secrets()).Of(entry) : null;

    /// <summary>Writes the calls kept as HAR 1.2, UTF-8.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="origin">Scheme and authority of the URLs.</param>
    public void WriteHar(Stream output, Uri origin) => HarWriter.Write(output, Entries, origin);

    internal long Add(JournalEntry entry)
    {
        lock (writing)
        {
            entry.Number = next++;
            Received++;
            if (isOff)
                return entry.Number;
            if (count == ring.Length)
                Drop();
            ring[(start + count++) % ring.Length] = entry;
            bytes += entry.Size;
            // The newest stays, however large: what was just sent is what one looks for.
            while (bytes > mostBytes && count > 1)
                Drop();
            return entry.Number;
        }
    }

    void Drop()
    {
        bytes -= ring[start]!.Size;
        ring[start] = null;
        start = (start + 1) % ring.Length;
        count--;
    }

    JournalEntry[] Snapshot()
    {
        lock (writing)
        {
            var all = new JournalEntry[count];
            for (var i = 0; i < count; i++)
                all[i] = ring[(start + i) % ring.Length]!;
            return all;
        }
    }
}
