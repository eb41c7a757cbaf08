using Open311.Protocol.Documents;
using Open311.Protocol.Forms;

namespace Open311.Mock.Clients;

/// <summary>The body of a call, read once for everybody.</summary>
internal sealed record SentBody
{
    public static SentBody None { get; } = new();

    public BodyKind Kind { get; init; }

    /// <summary>The media type without parameters, in lower case; null when there is no Content-Type.</summary>
    public string? MediaType { get; init; }

    /// <summary>The bytes, as many as were read.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Whether there were more than are read.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>The arguments in it, whatever it is: what is wrong with its label must not hide what is wrong inside.</summary>
    public IReadOnlyList<SentArgument> Arguments { get; init; } = [];

    /// <summary>The form that it is; null where it is something else.</summary>
    public FormReading? Reading { get; init; }

    /// <summary>What was wrong with its encoding.</summary>
    public IReadOnlyList<Defect> Defects => Reading?.Defects ?? [];

    public IEnumerable<KeyValuePair<string, string>> Fields => Arguments.Select(a => KeyValuePair.Create(a.Name, a.Value));
}
