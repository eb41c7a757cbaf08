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
    public static KeptBody Of(ReadOnlyMemory<byte> body) =>
        new(body.Length <= Most ? body : body[..Most].ToArray(), body.Length);
}
