using System.Net.Sockets;
using System.Text;

namespace Open311.Mock.Tests.Clients;

/// <summary>Sends exactly the bytes that a test writes.</summary>
internal static class RawClient
{
    public const string Agent = "test-client/1.0";

    public static Task<RawAnswer> GetAsync(MockCity city, string target, params string[] headers) =>
        SendAsync(city, $"GET {target} HTTP/1.1", [$"User-Agent: {Agent}", .. headers], []);

    public static Task<RawAnswer> PostAsync(MockCity city, string form, string target = "requests.xml", string? type = "application/x-www-form-urlencoded; charset=utf-8") =>
        PostAsync(city, Encoding.Latin1.GetBytes(form), target, type);

    public static Task<RawAnswer> PostAsync(MockCity city, byte[] body, string target = "requests.xml", string? type = "application/x-www-form-urlencoded; charset=utf-8") =>
        SendAsync(
            city,
            $"POST {Full(city, target)} HTTP/1.1",
            [$"User-Agent: {Agent}", $"Content-Length: {body.Length}", .. type is null ? Array.Empty<string>() : [$"Content-Type: {type}"]],
            body);

    public static string Full(MockCity city, string target) => target.StartsWith('/') ? target : $"{city.Endpoint.AbsolutePath}/{target}";

    public static async Task<RawAnswer> SendAsync(MockCity city, string line, IEnumerable<string> headers, byte[] body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", city.Endpoint.Port);
        await using var stream = client.GetStream();
        var head = string.Join("\r\n", [line, $"Host: 127.0.0.1:{city.Endpoint.Port}", "Connection: close", .. headers, "", ""]);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head));
        await stream.WriteAsync(body);
        var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received);
        }
        catch (IOException)
        {
            // A dropped connection: what came before is looked at.
        }

        var text = Encoding.UTF8.GetString(received.ToArray());
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0 ? new RawAnswer(0, text, "") : new RawAnswer(int.Parse(text.Split(' ')[1]), text[..end], text[(end + 4)..]);
    }
}
