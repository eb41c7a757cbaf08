using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using Open311.Mock.Cities;
using Open311.Mock.Serving;

namespace Open311.Mock.Tests.Serving;

/// <summary>A city on loopback with a fixed clock, and the ways in which tests talk to it.</summary>
internal sealed class RunningCity : IAsyncDisposable
{
    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    RunningCity(CityServer server, FakeTimeProvider time)
    {
        Server = server;
        Time = time;
    }

    public static DateTimeOffset Now { get; } = new(2026, 5, 20, 9, 30, 17, TimeSpan.Zero);

    public CityServer Server { get; }

    public FakeTimeProvider Time { get; }

    public static async Task<RunningCity> StartAsync(
        string city = City.DefaultName, Func<CityServerOptions, CityServerOptions>? with = null)
    {
        var time = new FakeTimeProvider(Now);
        var options = new CityServerOptions { City = City.Load(city), Time = time };
        return new RunningCity(await CityServer.StartAsync(with?.Invoke(options) ?? options), time);
    }

    public async Task<CityAnswer> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        var url = path.StartsWith('/') ? new Uri(Server.Endpoint, path) : new Uri($"{Server.Endpoint.AbsoluteUri}/{path}");
        using var request = new HttpRequestMessage(method, url) { Content = content };
        using var response = await client.SendAsync(request);
        return new CityAnswer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString() ?? "",
            string.Join(", ", response.Content.Headers.Allow),
            response.Content.Headers.ContentLength,
            await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Everything about an answer as one text, whatever is wrong with it; without the Date header and the port.</summary>
    public async Task<string> TellAsync(HttpMethod method, string path, string? accept = null, string? encoding = null)
    {
        var url = path.StartsWith('/') ? new Uri(Server.Endpoint, path) : new Uri($"{Server.Endpoint.AbsoluteUri}/{path}");
        using var request = new HttpRequestMessage(method, url);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        try
        {
            using var response = await client.SendAsync(request);
            var body = Convert.ToHexString(SHA256.HashData(WithoutPort(await response.Content.ReadAsByteArrayAsync())));
            var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .Where(h => h.Key is not ("Date" or "Content-Length"));
            return $"{(int)response.StatusCode}\n{string.Join('\n', headers.Select(h => $"{h.Key}: {h.Value}"))}\n{body}";
        }
        catch (HttpRequestException e)
        {
            return $"broken: {e.HttpRequestError}";
        }
    }

    public Task<CityAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<XElement> XmlAsync(string path) => (await GetAsync(path)).Xml;

    public async Task<JsonNode> JsonAsync(string path) => (await GetAsync(path)).Json;

    public Task<CityAnswer> PostAsync(string path, params (string Name, string Value)[] form) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>The ids that a request list gives, in its order.</summary>
    public async Task<string[]> IdsAsync(string query) =>
        [.. (await XmlAsync($"requests.xml{query}")).Elements("request").Select(r => r.Element("service_request_id")!.Value)];

    byte[] WithoutPort(byte[] body) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body).Replace($":{Server.Endpoint.Port}/", ":0/"));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Server.DisposeAsync();
    }
}
