using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Open311.Protocol.Forms;

namespace Open311.Mock.Clients;

/// <summary>Reads bodies: at most 1 MiB, whatever is announced.</summary>
internal static class BodyReader
{
    public const int Largest = 1024 * 1024;

    const int FirstBuffer = 16 * 1024;

    const int MostParts = 1000;

    /// <param name="stream">The body.</param>
    /// <param name="announced">Its length, if it was said; believed only as far as the first buffer goes.</param>
    /// <param name="contentType">The label.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<SentBody> ReadAsync(Stream stream, long? announced, string? contentType, CancellationToken cancellation)
    {
        // One byte more, so that the end is seen without another buffer; and little where nothing is said, since the journal keeps it.
        var buffer = new byte[announced switch { null => FirstBuffer / 16, < FirstBuffer => (int)announced + 1, _ => FirstBuffer }];
        var length = 0;
        int read;
        while (length <= Largest && (read = await stream.ReadAsync(buffer.AsMemory(length), cancellation)) > 0)
        {
            length += read;
            if (length == buffer.Length)
                Array.Resize(ref buffer, 2 * length);
        }

        return await OfAsync(buffer.AsMemory(0, length), contentType, tooLarge: length > Largest);
    }

    public static async Task<SentBody> OfAsync(ReadOnlyMemory<byte> bytes, string? contentType, bool tooLarge = false)
    {
        var media = contentType?.Split(';')[0].Trim().ToLowerInvariant();
        var body = new SentBody { Bytes = bytes, MediaType = media, IsTooLarge = tooLarge, Kind = KindOf(media, bytes.Length) };
        if (tooLarge)
            return body;
        switch (body.Kind)
        {
            case BodyKind.Form:
                var reading = FormEncoding.Read(bytes.Span);
                return body with { Arguments = SentArguments.OfForm(bytes, reading), Reading = reading };
            case BodyKind.Multipart:
                return body with { Arguments = await PartsAsync(bytes, contentType!) };
            case BodyKind.Json:
                return body with { Arguments = Members(bytes) };
            case BodyKind.Other when LooksLikeForm(bytes.Span):
                return body with { Arguments = SentArguments.OfForm(bytes, FormEncoding.Read(bytes.Span)) };
            default:
                return body;
        }
    }

    // Mislabelled forms are common, and what stands in them is judged all the same.
    static bool LooksLikeForm(ReadOnlySpan<byte> bytes) => bytes.IndexOf((byte)'=') is > 0 and < 100 and var at && !bytes[..at].ContainsAnyInRange((byte)0, (byte)' ') && bytes[0] != '<';

    static BodyKind KindOf(string? media, int length) => media switch
    {
        null or "" => length == 0 ? BodyKind.None : BodyKind.Form,
        "application/x-www-form-urlencoded" => BodyKind.Form,
        "multipart/form-data" => BodyKind.Multipart,
        "application/json" => BodyKind.Json,
        _ => length == 0 ? BodyKind.None : BodyKind.Other,
    };

    static async Task<IReadOnlyList<SentArgument>> PartsAsync(ReadOnlyMemory<byte> bytes, string contentType)
    {
        var arguments = new List<SentArgument>();
        // One client writes a boundary of equals signs without quotes, which header parsers refuse.
        var at = contentType.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        var boundary = at < 0 ? "" : HeaderUtilities.RemoveQuotes(contentType[(at + 9)..].Split(';')[0].Trim()).ToString();
        if (boundary.Length is 0 or > 200)
            return arguments;
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(bytes.ToArray(), writable: false));
            while (arguments.Count < MostParts && await reader.ReadNextSectionAsync() is { } section)
            {
                if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.FileName.Length == 0)
                {
                    using var text = new StreamReader(section.Body, Encoding.UTF8);
                    var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                    var value = await text.ReadToEndAsync();
                    arguments.Add(new SentArgument(name, value, name, value, InQuery: false));
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // Cut off in the middle: what was read so far is judged.
        }

        return arguments;
    }

    static List<SentArgument> Members(ReadOnlyMemory<byte> bytes)
    {
        var arguments = new List<SentArgument>();
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 16 });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in document.RootElement.EnumerateObject().Take(MostParts))
                {
                    var value = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
                    arguments.Add(new SentArgument(member.Name, value, member.Name, value, InQuery: false));
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or text that is no Unicode: there are no arguments to judge, and the label is judged anyway.
        }

        return arguments;
    }
}
