using System.Text;
using Open311.Protocol.Forms;

namespace Open311.Mock.Clients;

/// <summary>Pairs what was sent with what it decodes to.</summary>
internal static class SentArguments
{
    public static IReadOnlyList<SentArgument> OfQuery(string query) =>
        query.Length == 0 ? [] : Of(Encoding.Latin1.GetBytes(query), FormEncoding.Read(Encoding.Latin1.GetBytes(query)), inQuery: true);

    public static IReadOnlyList<SentArgument> OfForm(ReadOnlyMemory<byte> body, FormReading reading) => Of(body.Span, reading, inQuery: false);

    static List<SentArgument> Of(ReadOnlySpan<byte> encoded, FormReading reading, bool inQuery)
    {
        // The reader skips empty pairs, and so does this: the lists run in step.
        var pairs = Encoding.Latin1.GetString(encoded).Split('&', StringSplitOptions.RemoveEmptyEntries);
        var arguments = new List<SentArgument>(reading.Fields.Count);
        for (var i = 0; i < reading.Fields.Count && i < pairs.Length; i++)
        {
            var equals = pairs[i].IndexOf('=');
            arguments.Add(new SentArgument(
                reading.Fields[i].Key,
                reading.Fields[i].Value,
                equals < 0 ? pairs[i] : pairs[i][..equals],
                equals < 0 ? "" : pairs[i][(equals + 1)..],
                inQuery));
        }

        return arguments;
    }
}
