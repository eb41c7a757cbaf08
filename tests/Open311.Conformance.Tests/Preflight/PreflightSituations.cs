using Open311.Conformance.Exchanges;
using Open311.Conformance.Preflight;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Exchanges;
using static Open311.Conformance.Tests.Exchanges.ScriptedSource;

namespace Open311.Conformance.Tests.Preflight;

/// <summary>Targets as preflight meets them, by name: what they answer, what is configured, and what preflight must make of it.</summary>
internal static class PreflightSituations
{
    public const string Base = "https://city.example/open311/v2";
    public const string Services = "<services><service><service_code>1</service_code></service></services>";
    public const string Requests = "<service_requests><request><service_request_id>1</service_request_id></request></service_requests>";
    const string Html = "<!DOCTYPE html><html><body>Welcome</body></html>";
    const string Xml = Base + "/services.xml";
    const string Json = Base + "/services.json";

    static readonly Target Plain = new() { Endpoint = ProbeUrl.Exact(Base) };
    static readonly Target InTown = Plain with { Jurisdictions = ["town.example"] };
    static readonly Target WithKey = Plain with { ApiKey = "topsecret" };

    public sealed record Situation(string Name, PreflightState Expected, Target Target, ScriptedSource Source);

    public static IEnumerable<Situation> All() =>
    [
        .. Reachability(),
        .. Schemes(),
        .. Redirects(),
        .. Paths(),
        .. Access(),
        .. Jurisdictions(),
        .. Defective(),
        new("A GeoReport v1 endpoint", PreflightState.LegacyV1, Plain,
            new ScriptedSource().On(Base + "/service_list", Answering(200, "<ServiceResponse><Open311ServiceList><service service_code=\"001\"/></Open311ServiceList></ServiceResponse>"))),
        new("JSON only", PreflightState.Ready, Plain, new ScriptedSource().On(Json, Answering(200, "[{\"service_code\":1}]")).On(Base + "/requests.json", Answering(200, "[]"))),
        new("An empty city", PreflightState.Ready, Plain, new ScriptedSource().On(Xml, Answering(200, "<services/>")).On(Base + "/requests.xml", Answering(200, "<service_requests/>"))),
        new("An empty city in JSON", PreflightState.Ready, Plain, new ScriptedSource().On(Json, Answering(200, "[ ]")).On(Base + "/requests.json", Answering(200, "[]"))),
        new("Requests but no service list", PreflightState.Ready, Plain, new ScriptedSource().On(Base + "/requests.xml", Answering(200, Requests))),
        new("A clock that is wrong", PreflightState.Ready, Plain, Good(Answering(200, Services, new HeaderField("Date", "Mon, 23 Nov 2026 12:07:00 GMT")))),
        new("A clock that is a year behind", PreflightState.Ready, Plain, Good(Answering(200, Services, new HeaderField("Date", "Sun, 23 Nov 2025 12:00:00 GMT")))),
        new("A certificate that is not valid", PreflightState.Ready, Plain,
            Good(Answering(200, Services) with { TlsProblem = "The certificate of the server is not valid: its issuer is not trusted." })),
    ];

    static IEnumerable<Situation> Reachability()
    {
        yield return new("All is well", PreflightState.Ready, Plain, Good(Answering(200, Services)));
        yield return new("No such host", PreflightState.NameNotResolved, Plain, Always(Failing(ExchangeOutcome.NameNotResolved, "The host name city.example does not resolve.")));
        yield return new("Nothing listens", PreflightState.ConnectionRefused, Plain, Always(Failing(ExchangeOutcome.ConnectionRefused, "Nothing listens on port 443 of city.example.")));
        yield return new("No answer in time", PreflightState.TimedOut, Plain, Always(Failing(ExchangeOutcome.TimedOut, "No answer came within 15 s.")));
        yield return new("No TLS", PreflightState.TlsFailed, Plain, Always(Failing(ExchangeOutcome.TlsFailed, "No TLS session could be made with city.example:443: Cannot determine the frame size.")));
        yield return new("Hangs up", PreflightState.ServerTrouble, Plain, Always(Failing(ExchangeOutcome.NoAnswer, "The connection was closed instead of an answer.")));
        yield return new("Breaks off", PreflightState.ServerTrouble, Plain, Always(Failing(ExchangeOutcome.Broken, "Content-Length announces 40 bytes, but the connection was closed after 4.")));
        yield return new("Always 500", PreflightState.ServerTrouble, Plain, Always(Answering(500, Html)));
        yield return new("Always 503", PreflightState.ServerTrouble, Plain, Always(Answering(503, "")));
        yield return new("500 once, then well", PreflightState.Ready, Plain, new ScriptedSource().On(Xml, Answering(500), Answering(200, Services)));
        yield return new("Too many requests", PreflightState.RateLimited, Plain, Always(Answering(429, "", new HeaderField("Retry-After", "3600"))));
        yield return new("Nothing recorded", PreflightState.NotOpen311, Plain, Always(Failing(ExchangeOutcome.NotRecorded, "The recording holds no answer to GET " + Xml + ".")));
    }

    static IEnumerable<Situation> Schemes()
    {
        const string Open = "http://city.example/open311/v2";
        var open = Plain with { Endpoint = ProbeUrl.Exact(Open) };
        yield return new("Plain HTTP asked of TLS, which hangs up", PreflightState.WrongBasePath, open,
            new ScriptedSource { Otherwise = Failing(ExchangeOutcome.NoAnswer, "The connection was closed instead of an answer.") }.On(Xml, Answering(200, Services)));
        yield return new("Plain HTTP asked of TLS, which says so", PreflightState.WrongBasePath, open,
            new ScriptedSource { Otherwise = Answering(400, Html) }.On(Xml, Answering(200, Services)));
        yield return new("TLS asked of plain HTTP", PreflightState.TlsFailed, Plain,
            new ScriptedSource { Otherwise = Failing(ExchangeOutcome.TlsFailed, "No TLS session could be made with city.example:443: Cannot determine the frame size.") }.On(Open + "/services.xml", Answering(200, Services)));
    }

    static IEnumerable<Situation> Redirects()
    {
        yield return new("Redirected within the host", PreflightState.Ready, Plain,
            new ScriptedSource().On(Xml, To("/new/services.xml")).On("https://city.example/new/services.xml", Answering(200, Services)));
        yield return new("Redirected to another host", PreflightState.Ready, Plain,
            new ScriptedSource().On(Xml, To("https://other.example/services.xml")).On("https://other.example/services.xml", Answering(200, Services)));
        yield return new("Redirected to a login page", PreflightState.RedirectLoop, Plain,
            new ScriptedSource { Otherwise = To("https://login.example/") }.On("https://login.example/", Answering(200, Html)));
        yield return new("Redirected to a dead host", PreflightState.NameNotResolved, Plain,
            new ScriptedSource().On(Xml, To("https://gone.example/")).On("https://gone.example/", Failing(ExchangeOutcome.NameNotResolved, "The host name gone.example does not resolve.")));
        yield return new("Redirected in a circle", PreflightState.RedirectLoop, Plain, new ScriptedSource().On(Xml, To("/b")).On("https://city.example/b", To(Xml)));
        yield return new("Redirected with the key", PreflightState.RedirectLoop, WithKey, new ScriptedSource().On(Xml, To("https://other.example/?api_key=topsecret")));
    }

    static IEnumerable<Situation> Paths()
    {
        yield return new("Nothing anywhere", PreflightState.WrongBasePath, Plain, Always(Answering(404, Html)));
        yield return new("One level too deep", PreflightState.WrongBasePath, Plain, new ScriptedSource().On("https://city.example/open311/services.xml", Answering(200, Services)));
        yield return new("The site instead of the API", PreflightState.WrongBasePath, Plain with { Endpoint = ProbeUrl.Exact("https://city.example") },
            new ScriptedSource { Otherwise = Answering(200, Html) }.On("https://city.example/georeport/v2/services.xml", Answering(200, Services)));
        yield return new("A resource instead of the base", PreflightState.WrongBasePath, Plain with { Endpoint = ProbeUrl.Exact(Base + "/services.xml") },
            new ScriptedSource().On(Xml, Answering(200, Services)));
        yield return new("The base of version 1", PreflightState.WrongBasePath, Plain with { Endpoint = ProbeUrl.Exact("https://city.example/dev/v1") },
            new ScriptedSource().On("https://city.example/dev/v2/services.xml", Answering(200, Services)));
        yield return new("A web site", PreflightState.HtmlInsteadOfData, Plain, Always(Answering(200, Html)));
        yield return new("A news feed", PreflightState.NotOpen311, Plain, Always(Answering(200, "<?xml version=\"1.0\"?><rss><channel/></rss>")));
        yield return new("Another JSON API", PreflightState.NotOpen311, Plain, Always(Answering(200, "{\"ok\":true}")));
        yield return new("Plain text", PreflightState.NotOpen311, Plain, Always(Answering(200, "It works!")));
        yield return new("Nothing in the body", PreflightState.NotOpen311, Plain, Always(Answering(200, "")));
    }

    static IEnumerable<Situation> Access()
    {
        yield return new("A key is demanded", PreflightState.AccessRefused, Plain, Always(Answering(401, "<errors/>")));
        yield return new("Reading is forbidden", PreflightState.AccessRefused, Plain, Always(Answering(403, Html)));
        yield return new("A key is demanded by 400", PreflightState.AccessRefused, Plain, Always(Answering(400, "<errors><error><code>400</code><description>api_key was not provided</description></error></errors>")));
        yield return new("Refused, who knows why", PreflightState.NotOpen311, Plain, Always(Answering(400, Html)));
        yield return new("The key helps", PreflightState.Ready, WithKey, new ScriptedSource { Otherwise = Answering(403) }.On(Xml + "?api_key=topsecret", Answering(200, Services)));
        yield return new("The key does not help", PreflightState.AccessRefused, WithKey, Always(Answering(403)));
    }

    static IEnumerable<Situation> Jurisdictions()
    {
        const string Needed = "<errors><error><code>400</code><description>jurisdiction_id was not provided</description></error></errors>";
        yield return new("A jurisdiction is needed", PreflightState.JurisdictionNeeded, Plain, Always(Answering(400, Needed)));
        yield return new("A jurisdiction is needed, says a page", PreflightState.JurisdictionNeeded, Plain, Always(Answering(200, "<html>Missing jurisdiction_id</html>")));
        yield return new("The jurisdiction is unknown, says the error", PreflightState.JurisdictionUnknown, InTown,
            Always(Answering(404, "[{\"code\":404,\"description\":\"jurisdiction_id provided was not found\"}]")));
        yield return new("The jurisdiction is unknown, as it works without", PreflightState.JurisdictionUnknown, InTown,
            new ScriptedSource().On(Xml, Answering(200, Services)));
        yield return new("The jurisdiction brings an empty list", PreflightState.Ready, InTown,
            new ScriptedSource().On(Xml + "?jurisdiction_id=town.example", Answering(200, "<services></services>")));
    }

    // Bad as they are, these can be judged: preflight must not stand in the way.
    static IEnumerable<Situation> Defective()
    {
        (string Name, string Body)[] bodies =
        [
            ("Without a declaration", Services),
            ("With a declaration and a comment", "\uFEFF<?xml version='1.0'?><!-- <html> --> " + Services),
            ("With a namespace", "<o:services xmlns:o='urn:x'><o:service><o:service_code>1</o:service_code></o:service></o:services>"),
            ("Wrong root", "<ArrayOfService><Service><serviceCode>1</serviceCode></Service></ArrayOfService>"),
            ("Wrapped twice", "<response><services><service><service_name>x</service_name></service></services></response>"),
            ("Not well-formed", "<services><service><service_code>1</service></services"),
            ("JSON where XML was asked", "[{\"service_code\": \"1\"}]"),
            ("Cut JSON", "{\"services\": [{\"service_code\": \"1\","),
            ("A document type", "<!DOCTYPE services [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + Services),
        ];
        return bodies.Select(b => new Situation(b.Name, PreflightState.Ready, Plain, new ScriptedSource().On(Xml, Answering(200, b.Body))))
            .Append(new("In UTF-16", PreflightState.Ready, Plain, Good(Raw(200, System.Text.Encoding.Unicode.GetBytes(Services)))))
            .Append(new("Under status 500", PreflightState.Ready, Plain, Good(Answering(500, Services))));
    }

    static ScriptedSource Good(Exchange services) => new ScriptedSource().On(Xml, services).On(Base + "/requests.xml", Answering(200, Requests));

    static ScriptedSource Always(Exchange exchange) => new() { Otherwise = exchange };

    static Exchange To(string location) => Answering(302, "", new HeaderField("Location", location));

    static Exchange Raw(int status, byte[] body)
    {
        var exchange = Answering(status);
        return exchange with { Answer = exchange.Answer! with { Body = body } };
    }
}
