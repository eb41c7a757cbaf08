using System.Globalization;
using System.Text;

namespace Open311.Testing.Wire;

/// <summary>A request as the server read it off the wire.</summary>
public sealed record RawRequest(string Head, string Body)
{
    /// <summary>Such as <c>GET /services.xml HTTP/1.1</c>.</summary>
    public string Line => Head.Split("\r\n")[0];

    /// <summary>What stands between method and version.</summary>
    public string Target => Line.Split(' ')[1];

    public string? Header(string name) => Head.Split("\r\n").Skip(1)
        .Where(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(l => l[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    /// <summary>Reads one request; null at the end of the connection.</summary>
    public static async Task<RawRequest?> ReadAsync(Stream wire, CancellationToken end)
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await wire.ReadAsync(one, end) == 0)
                return null;
            text.Append((char)one[0]);
        }

        var request = new RawRequest(text.ToString(), "");
        var body = new byte[int.Parse(request.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture)];
        await wire.ReadExactlyAsync(body, end);
        return request with { Body = Encoding.UTF8.GetString(body) };
    }
}
