using System.Net;
using System.Text;
using Open311.Testing.Wire;

namespace Open311.Testing.Hostile;

/// <summary>Stands before a real city and changes what it answers, or holds it back.</summary>
public sealed class CityProxy : IAsyncDisposable
{
    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });
    readonly RawServer server;
    readonly string origin;
    int asked;

    /// <param name="endpoint">The endpoint of the city.</param>
    public CityProxy(Uri endpoint)
    {
        origin = endpoint.GetLeftPart(UriPartial.Authority);
        server = new RawServer(AnswerAsync);
        Endpoint = server.Base + endpoint.AbsolutePath;
    }

    /// <summary>The endpoint as seen through the proxy.</summary>
    public string Endpoint { get; }

    /// <summary>Changes a body; told whether it is JSON.</summary>
    public Func<string, bool, string> Body { get; init; } = (text, _) => text;

    /// <summary>Header lines added to every answer, each with its line end.</summary>
    public string ExtraHeaders { get; init; } = "";

    /// <summary>The reason phrase of every answer.</summary>
    public string Reason { get; init; } = "Whatever";

    /// <summary>Asked before the answer to the request of that number, from 1: what to send instead, or null for the city's own answer.</summary>
    public Func<int, CancellationToken, Task<string?>> Before { get; init; } = (_, _) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        client.Dispose();
    }

    async Task<bool> AnswerAsync(RawRequest request, Stream wire, CancellationToken end)
    {
        if (await Before(Interlocked.Increment(ref asked), end) is { } instead)
        {
            await wire.WriteAsync(Encoding.UTF8.GetBytes(instead), end);
            return true;
        }

        using var message = new HttpRequestMessage(new HttpMethod(request.Line.Split(' ')[0]), new Uri(origin + request.Target));
        using var answer = await client.SendAsync(message, end);
        var type = answer.Content.Headers.ContentType?.ToString() ?? "text/plain";
        var text = (await answer.Content.ReadAsStringAsync(end)).Replace(origin, server.Base, StringComparison.Ordinal);
        var body = Encoding.UTF8.GetBytes(Body(text, type.Contains("json", StringComparison.Ordinal)));
        var head = $"HTTP/1.1 {(int)answer.StatusCode} {Reason}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n{ExtraHeaders}\r\n";
        await wire.WriteAsync(Encoding.UTF8.GetBytes(head), end);
        if (request.Line.StartsWith("HEAD ", StringComparison.Ordinal))
            return true;
        await wire.WriteAsync(body, end);
        return true;
    }
}
