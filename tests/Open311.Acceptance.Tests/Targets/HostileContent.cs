using System.Text;
using Open311.Mock.Serving;
using Open311.Testing.Hostile;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Open311.Acceptance.Tests.Targets;

/// <summary>Targets that are hostile in what they say, or will not serve.</summary>
internal static class HostileContent
{
    const string Page = "<!DOCTYPE html><html><head><title>Oops</title></head><body><script>alert(1)</script><h1>Something went wrong</h1></body></html>";

    const string Entities =
        "<?xml version=\"1.0\"?><!DOCTYPE services [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % r SYSTEM \"http://127.0.0.1:1/evil.dtd\"> %r;"
        + "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
        + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]>"
        + "<services><service><service_code>&x;</service_code><service_name>&h;</service_name><metadata>false</metadata><type>realtime</type></service></services>";

    public static IEnumerable<HostileKind> All() =>
    [
        new("100,000 levels of nesting", "not-open311", () => Wire.Data(Deep("<a>", "</a>", "["))),
        new("100,000 levels of nesting in a list", "ready", () => Wire.Data(Deep("<services><service><service_code>1</service_code><description>", "</description></service></services>", "[{\"service_code\":\"1\",\"service_name\":"))),
        new("External entities and a billion laughs", "ready", () => Wire.Data(isJson => isJson ? "[]"u8.ToArray() : Encoding.UTF8.GetBytes(Entities))),
        new("A redirect to itself", "redirect-loop", () => Wire.Always(r => $"HTTP/1.1 302 Found\r\nLocation: {r.Target}\r\nContent-Length: 0\r\n\r\n", _ => [])),
        new("A redirect that grows", "redirect-loop", () => Wire.Always(r => $"HTTP/1.1 302 Found\r\nLocation: {r.Target}{r.Target}\r\nContent-Length: 0\r\n\r\n", _ => [])),
        new("A redirect to a file", "redirect-loop", () => Wire.Always(_ => "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", _ => [])),
        new("503 for everything, which asks for patience", "server-trouble", () => Wire.Page("503 Service Unavailable", Page, "Retry-After: 1\r\n")),
        // An escape character in a header line is not HTTP: the answer as such is refused, before its Location is looked at.
        new("A redirect to script", "server-trouble", () => Wire.Always(_ => "HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)//<script>\u001b[31m\r\nContent-Length: 0\r\n\r\n", _ => [])),
        new("An HTML error page for everything", "html-instead-of-data", Html),
        new("401 for everything, which repeats what it was asked", "access-refused", () => Echo("401 Unauthorized")),
        new("403 for everything, which repeats what it was asked", "access-refused", () => Echo("403 Forbidden")),
        new("429 for everything with a long Retry-After", "rate-limited", () => Wire.Page("429 Too Many Requests", Page, "Retry-After: 3600\r\n")),
        new("429 for everything with a short Retry-After", "rate-limited", () => Wire.Page("429 Too Many Requests", Page, "Retry-After: 1\r\n")),
        new("500 for everything", "server-trouble", () => Wire.Page("500 \u001b[31m<b>Oops</b>", Page)),
        new("Empty bodies everywhere", "not-open311", () => Wire.Data(_ => [])),
        new("A city of hostile text with a defect", "ready", () => City(HostileText.Lawful, "dates-without-t")),
        new("A city poisoned in every text", "ready", () => Poisoned(Poison.SparingIdentifiers, "")),
        new("A city poisoned in every value", "ready", () => Poisoned(Poison.Everything, "")),
        new("A city poisoned in texts and headers", "ready", () => Poisoned(Poison.SparingIdentifiers, "X-Evil: <script>alert(1)</script>\u001b[31m\u202E\r\nContent-Language: \"><img src=x onerror=alert(1)>\r\nSet-Cookie: session=<b>\r\n")),
        new("A city that falls silent", "ready", () => Turning(null)) { Timeout = 4 },
        new("A city that starts to refuse", "ready", () => Turning("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nContent-Length: 0\r\n\r\n")),
    ];

    static Func<bool, byte[]> Deep(string head, string tail, string json)
    {
        const int Depth = 100_000;
        var xml = Encoding.UTF8.GetBytes(head + string.Concat(Enumerable.Repeat("<a>", Depth)) + string.Concat(Enumerable.Repeat("</a>", Depth)) + tail);
        var deepJson = Encoding.UTF8.GetBytes(json + new string('[', Depth) + new string(']', Depth));
        return isJson => isJson ? deepJson : xml;
    }

    static Task<HostileTarget> Html()
    {
        var server = WireMockServer.Start();
        server.Given(Request.Create().UsingAnyMethod()).RespondWith(Response.Create().WithStatusCode(200).WithHeader("Content-Type", "text/html").WithBody(Page));
        return Task.FromResult(new HostileTarget(server.Url + "/open311/v2", new Closing(server)));
    }

    static Task<HostileTarget> Echo(string status) => Wire.Always(
        r => $"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nX-Asked: {r.Line}\r\n\r\n",
        r => Encoding.UTF8.GetBytes($"<html><body>You asked: {r.Head}</body></html>"));

    static async Task<HostileTarget> City(string text, params string[] faults)
    {
        var city = await CityServer.StartAsync(new CityServerOptions { City = Mock.Cities.City.Parse("hostile", HostileCity.Yaml(text)), Faults = faults });
        return new HostileTarget(city.Endpoint.OriginalString, city);
    }

    static async Task<HostileTarget> Poisoned(Poison poison, string headers)
    {
        var city = await CityServer.StartAsync();
        var proxy = new CityProxy(city.Endpoint) { Body = poison.Spoil, ExtraHeaders = headers, Reason = headers.Length > 0 ? "<b>\u001b[31m\u202E" : "OK" };
        return new HostileTarget(proxy.Endpoint, proxy, city);
    }

    static async Task<HostileTarget> Turning(string? instead)
    {
        var city = await CityServer.StartAsync();
        var proxy = new CityProxy(city.Endpoint)
        {
            Before = async (number, end) =>
            {
                if (number > 30 && instead is null)
                    await Task.Delay(Timeout.Infinite, end);
                return number > 30 ? instead : null;
            },
        };
        return new HostileTarget(proxy.Endpoint, proxy, city);
    }

    sealed class Closing(IDisposable inner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
