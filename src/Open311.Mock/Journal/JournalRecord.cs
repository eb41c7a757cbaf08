using Open311.Mock.Clients;

namespace Open311.Mock.Journal;

/// <summary>One call, free of keys and personal data: what was sent, what was answered, and what was wrong with it.</summary>
public sealed record JournalRecord
{
    /// <summary>From 1, in the order of arrival.</summary>
    public required long Number { get; init; }

    /// <summary>When it arrived, by real time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From arrival to the last byte of the answer.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The address and User-Agent of the client.</summary>
    public required string Client { get; init; }

    /// <summary>Such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The request target as received.</summary>
    public required string Target { get; init; }

    /// <summary>Such as <c>HTTP/1.1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The headers received.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The body received, as text; cut after 16 KiB.</summary>
    public required string Body { get; init; }

    /// <summary>How long the body was, in bytes.</summary>
    public required long BodyLength { get; init; }

    /// <summary>The status answered; 0 where the connection was closed instead.</summary>
    public required int Status { get; init; }

    /// <summary>The headers answered.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> AnswerHeaders { get; init; }

    /// <summary>The body answered, as text; cut after 16 KiB.</summary>
    public required string AnswerBody { get; init; }

    /// <summary>How long the body answered was, in bytes.</summary>
    public required long AnswerBodyLength { get; init; }

    /// <summary>Faults and disturbances that the answer was given with.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>What was wrong with the call.</summary>
    public required IReadOnlyList<ClientFinding> Findings { get; init; }

    /// <summary>Who answered in place of the city, such as a stub; null where the city did. Such calls are not judged.</summary>
    public string? AnsweredBy { get; init; }
}
