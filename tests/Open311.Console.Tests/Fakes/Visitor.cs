using System.Net;
using System.Text.RegularExpressions;

namespace Open311.WebConsole.Tests.Fakes;

/// <summary>A browser without a screen: it keeps cookies, fills in forms and follows no redirect by itself.</summary>
internal sealed partial class Visitor : IDisposable
{
    readonly HttpClient client;

    public Visitor(Uri address, string? language)
    {
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        if (language is not null)
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public CookieContainer Cookies { get; } = new();

    public Uri Address => client.BaseAddress!;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message) => client.SendAsync(message);

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public Task<Stream> StreamAsync(string path) => client.GetStreamAsync(path);

    public Task<string> ReadAsync(string path) => client.GetStringAsync(path);

    /// <summary>Sends a form as the page at a path would: with its token and from its origin.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(page);
        return await SendAsync(Form(path, [.. fields, ("form-token", token)]));
    }

    /// <summary>Starts a check and tells where it is.</summary>
    public async Task<string> CheckAsync(string url, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync("/checks/new", "/checks", [("url", url), .. fields]);
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Reads a run until it has ended.</summary>
    public async Task<string> EndOfAsync(string run)
    {
        // Told by the console itself, so that nobody has to guess how long it takes.
        using var events = new StreamReader(await client.GetStreamAsync($"{run}/events"));
        while (await events.ReadLineAsync() is { } line && line != "event: end")
        {
        }

        return await ReadAsync(run);
    }

    public async Task<string> TokenAsync(string page) => FieldOfToken().Match(await (await GetAsync(page)).Content.ReadAsStringAsync()).Groups[1].Value;

    public HttpRequestMessage Form(string path, params (string Name, string Value)[] fields)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        message.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        return message;
    }

    public async Task<HttpResponseMessage> UploadAsync(string name, byte[] content)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync("/verify")), "form-token" },
            { new ByteArrayContent(content), "bundle", name },
        };
        var message = new HttpRequestMessage(HttpMethod.Post, "/verify") { Content = form };
        message.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        return await SendAsync(message);
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex FieldOfToken();
}
