namespace Open311.Mock.Clients;

/// <summary>What is remembered of one client.</summary>
internal sealed class ClientRecord
{
    /// <summary>Grows with every POST.</summary>
    public int Epoch { get; set; }

    public bool ListRead { get; set; }

    public int ListsBeforePosts { get; set; }

    /// <summary>The last bodies accepted, by their hash.</summary>
    public Queue<(ulong Hash, DateTimeOffset At)> Posted { get; } = new();
}
