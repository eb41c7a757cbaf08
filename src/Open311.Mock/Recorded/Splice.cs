using Open311.Protocol;
using Open311.Protocol.Writing;

namespace Open311.Mock.Recorded;

/// <summary>Puts requests posted since at the head of a recorded list, which stays as it is otherwise.</summary>
static class Splice
{
    /// <summary>The list with the requests; null when nothing in it looks like the beginning of one.</summary>
    /// <param name="body">A recorded list, decoded.</param>
    /// <param name="posted">A list of the requests posted.</param>
    /// <param name="format">The format of the body.</param>
    public static byte[]? Into(ReadOnlyMemory<byte> body, Resource posted, DataFormat format)
    {
        var more = ResourceWriter.Write(posted, format).AsSpan();
        return format == DataFormat.Json ? Json(body.Span, more) : Xml(body.Span, more);
    }

    static byte[]? Json(ReadOnlySpan<byte> body, ReadOnlySpan<byte> more)
    {
        var at = body.IndexOf((byte)'[');
        var (first, last) = (more.IndexOf((byte)'['), more.LastIndexOf((byte)']'));
        if (at < 0 || first < 0 || last < first)
            return null;
        var rest = body[(at + 1)..];
        var isEmpty = rest.TrimStart(" \t\r\n"u8) is [(byte)']', ..];
        return [.. body[..(at + 1)], .. more[(first + 1)..last], .. isEmpty ? ""u8 : ","u8, .. rest];
    }

    static byte[]? Xml(ReadOnlySpan<byte> body, ReadOnlySpan<byte> more)
    {
        var name = "<service_requests"u8;
        var at = body.IndexOf(name);
        var (first, last) = (more.IndexOf("<request>"u8), more.LastIndexOf("</service_requests>"u8));
        if (at < 0 || first < 0 || last < first)
            return null;
        var end = body[at..].IndexOf((byte)'>');
        if (end < 0)
            return null;
        end += at;
        var items = more[first..last];
        return body[end - 1] == '/'
            ? [.. body[..(end - 1)], .. ">"u8, .. items, .. "</service_requests>"u8, .. body[(end + 1)..]]
            : [.. body[..(end + 1)], .. items, .. body[(end + 1)..]];
    }
}
