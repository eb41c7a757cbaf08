namespace Open311.Mock.Journal;

/// <summary>A body, as much of it as is kept.</summary>
/// <param name="Bytes">The beginning, or all of it.</param>
/// <param name="Length">How long it was.</param>
internal readonly record struct KeptBody(ReadOnlyMemory<byte> Bytes, long Length)
{
    /// <summary>The most that is kept of one body.</summary>
    public const int Most = 16 * 1024;

    public bool IsCut => Bytes.Length < Length;

    /// <summary>Keeps small bodies as they are, and copies the beginning of large ones so that the rest can go.</summary>
    /// <param name="body">The body.</param>
    /// <param name="head">Such a copy, where one was made before; empty where none was.</param>
    public static KeptBody Of(ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> head = default) =>
        new(body.Length <= Most ? body : head.IsEmpty ? HeadOf(body) : head, body.Length);

    /// <summary>A copy of as much of a large body as is kept; empty for one that is kept as it is.</summary>
    public static ReadOnlyMemory<byte> HeadOf(ReadOnlyMemory<byte> body) => body.Length <= Most ? default : body[..Most].ToArray();
}
