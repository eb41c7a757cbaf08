using Open311.Mock.Clients;

namespace Open311.Mock.Journal;

/// <summary>One call as it was received and answered. Holds what was sent, secrets included, and never leaves this room: see <see cref="JournalRecord"/>.</summary>
internal sealed class JournalEntry
{
    /// <summary>From 1; given by the journal.</summary>
    public long Number { get; set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>From arrival to the last byte of the answer; zero while it is being answered.</summary>
    public TimeSpan Duration { get; set; }

    public required string Method { get; init; }

    public required string Target { get; init; }

    public required string Version { get; init; }

    public required ClientKey Client { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public KeptBody Body { get; init; }

    public int Status { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> AnswerHeaders { get; init; } = [];

    public KeptBody AnswerBody { get; init; }

    /// <summary>What was done to the answer: faults and disturbances.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public IReadOnlyList<ClientFinding> Findings { get; init; } = [];

    /// <summary>Who answered in place of the city; null where the city did.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>What the journal counts it as, in bytes.</summary>
    public int Size => 512 + (2 * Target.Length) + Sum(Headers) + Sum(AnswerHeaders) + Body.Bytes.Length + AnswerBody.Bytes.Length + (1024 * Findings.Count);

    static int Sum(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var sum = 0;
        for (var i = 0; i < headers.Count; i++)
            sum += 2 * (headers[i].Key.Length + headers[i].Value.Length);
        return sum;
    }
}
