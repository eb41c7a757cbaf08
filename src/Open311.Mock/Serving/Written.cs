namespace Open311.Mock.Serving;

/// <summary>A written body.</summary>
/// <param name="Bytes">All of it.</param>
/// <param name="Head">A copy of its beginning for the journal; empty where none was made.</param>
internal readonly record struct Written(byte[] Bytes, ReadOnlyMemory<byte> Head);
