using System.Text;
using Open311.Recordings.Replaying;

namespace Open311.Mock.Serving;

/// <summary>An answer as it goes onto the wire.</summary>
internal sealed record WireAnswer
{
    readonly ReadOnlyMemory<byte> body;

    public required int Status { get; init; }

    /// <summary>The reason phrase; null for the usual one.</summary>
    public string? Reason { get; init; }

    /// <summary>Header lines in order, without those of the framing.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body
    {
        get => body;
        init => (body, Head) = (value, default);
    }

    /// <summary>The beginning of the body for the journal, where it is at hand; empty where it has to be copied. Goes when the body is changed.</summary>
    public ReadOnlyMemory<byte> Head { get; init; }

    public Framing Framing { get; init; }

    /// <summary>The answer as it stood on another wire, which is what is sent; null for one of our own. Goes when anything is to be done to it.</summary>
    public TakeImage? Exact { get; init; }

    /// <summary>Which lines of our own may be added to an exact answer.</summary>
    public ExactAdditions Additions { get; init; }

    /// <summary>How long the server waits before it answers.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How fast the body is sent, in bytes a second; 0 for as fast as can be.</summary>
    public int BytesPerSecond { get; init; }

    public string Text => Encoding.UTF8.GetString(Body.Span);

    public WireAnswer WithText(string text) => this with { Body = Encoding.UTF8.GetBytes(text) };

    public WireAnswer WithHeader(string name, string? value) => this with
    {
        Headers = value is null
            ? [.. Headers.Where(h => h.Key != name)]
            : [.. Headers.Where(h => h.Key != name), new(name, value)],
    };
}
