namespace Open311.Protocol.Documents.Decoding;

/// <summary>A body as text and as the same text in valid UTF-8, both without a byte order mark.</summary>
/// <param name="Text">The decoded text, with U+FFFD for whatever was not valid.</param>
/// <param name="Utf8">The same text in UTF-8; the received bytes where they were valid.</param>
readonly record struct DecodedBody(string Text, ReadOnlyMemory<byte> Utf8);
