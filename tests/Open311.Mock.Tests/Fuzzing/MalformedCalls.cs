using System.Globalization;
using System.Text;

namespace Open311.Mock.Tests.Fuzzing;

/// <summary>Makes up calls that clients get wrong in every way there is: the same ones for the same seed.</summary>
internal sealed class MalformedCalls(int seed, string key)
{
    static readonly string[] Names =
    [
        "api_key", "service_code", "lat", "long", "address_string", "address_id", "description", "media_url", "email", "phone", "jurisdiction_id", "status",
        "start_date", "end_date", "service_request_id", "attribute[LANE]", "attribute[SURFACE][]", "attribute%5BWO%5D", "attribute[", "attribute[]", "", "[]", "%00",
    ];

    static readonly string[] Values =
    [
        "", " ", "0", "-0", "1e309", "NaN", "41.7", "-70.62", "91", "999999999999999999999999999999", "0x10", "1,5", ".", "-", "+", "006", "001", "trees", "nope",
        "open", "closed", "open,closed", ",,,", "2026-05-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-13-45T99:99:99Z", "2026-05-01",
        "0000-00-00T00:00:00+99:99", "%", "%%", "%zz", "%0", "%00", "%FF%FE", "%C0%AF", "%ED%A0%80", "%F0%9F%9A%A7", "%0d%0aX-Evil:+1", "<script>alert(1)</script>",
        "]]>", "&amp;", "'; DROP TABLE requests; --", "../../etc/passwd", "${jndi:ldap://x}", "{{7*7}}", "\u0000", "\u0001\u0008\u000b", "\ufffe\uffff", "\ud83d", "é",
        "http://x/y.jpg", "javascript:alert(1)", "lane", "1", "brick", "metal",
    ];

    static readonly string[] Paths =
    [
        "requests", "services", "discovery", "requests/26001", "requests/", "requests/..", "requests/%2e%2e", "requests/%00", "requests/%FF", "requests/a%2Fb",
        "services/001", "services/1.6", "services/.", "services/", "tokens/t1", "tokens/", "tokens", "", ".", "..", "//", "requests//", "%", "%zz", "a/b/c/d",
        "requests/26001/comments", "REQUESTS", "requests.xml", "requests.xml/",
    ];

    static readonly string[] Sound = ["requests", "requests", "requests", "requests", "requests/26001", "services/001", "services", "tokens/t1", "discovery"];

    static readonly string[] Extensions = [".xml", ".json", "", ".", ".XML", ".html", ".xml.json", ".json%00", ".xml;a=b", "%2Exml"];

    static readonly string[] Methods = ["GET", "GET", "GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"];

    static readonly string?[] Types =
    [
        null, "application/x-www-form-urlencoded", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8",
        "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=\"", "application/json", "multipart/form-data",
        "multipart/form-data; boundary=", "text/xml", ";", "a/b/c", "\"", "application/x-www-form-urlencoded; charset=utf-8; charset=latin1",
    ];

    readonly Random random = new(seed);

    public (string Method, string Target, string? ContentType, byte[] Body) Next()
    {
        var method = Pick(Methods);
        // Most are nearly right, so that they get past the front door.
        var sound = random.Next(3) > 0 && method is "GET" or "HEAD" or "POST";
        var target = new StringBuilder(sound ? $"/open311/v2/{Pick(Sound)}{Pick([".xml", ".json"])}" : random.Next(20) == 0 ? Pick(["/", "/open311", "*", "", "/open311/v2", "http://x/open311/v2/services.xml", "/nothing"]) : $"/open311/v2/{Pick(Paths)}{Pick(Extensions)}");
        if (random.Next(3) > 0)
            target.Append('?').Append(Ascii(Pairs(random.Next(6))));
        var body = method is "POST" or "PUT" or "PATCH" ? Body() : [];
        return (method, target.ToString(), Pick(Types), body);
    }

    byte[] Body()
    {
        // A third begin as a sound request, so that what is wrong is found behind the first checks.
        var start = random.Next(3) == 0 ? $"api_key={(random.Next(6) == 0 ? "wrong" : key)}&service_code={Pick(["006", "001", "graffiti", "trees", "dog-fouling"])}&lat=41.7&long=-70.62&" : "";
        var text = start + Pairs(random.Next(8));
        var bytes = Encoding.UTF8.GetBytes(text);
        switch (random.Next(8))
        {
            case 0:
                for (var i = random.Next(5); i > 0 && bytes.Length > 0; i--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                break;
            case 1:
                bytes = bytes[..random.Next(bytes.Length + 1)];
                break;
            case 2 when random.Next(40) == 0:
                bytes = Encoding.UTF8.GetBytes($"{text}&description={new string('x', random.Next(1_200_000))}");
                break;
            case 3 when random.Next(40) == 0:
                bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a=1&", random.Next(3000))));
                break;
        }

        return bytes;
    }

    string Pairs(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var name = Pick(Names);
            if (name == "jurisdiction_id" && random.Next(5) > 0)
                continue;
            text.Append(random.Next(10) == 0 ? "&&" : i == 0 ? "" : "&").Append(name);
            if (random.Next(10) > 0)
                text.Append('=').Append(random.Next(12) == 0 ? Noise() : Pick(Values));
        }

        return text.ToString();
    }

    string Noise() => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(1, 0x2100)));

    // What is not ASCII cannot stand in a request target; senders get it there in percent-encoding.
    static string Ascii(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.Value is > 0x20 and < 0x7F ? r.ToString() : string.Concat(Encoding.UTF8.GetBytes(r.ToString()).Select(b => string.Create(CultureInfo.InvariantCulture, $"%{b:X2}")))));

    T Pick<T>(T[] list) => list[random.Next(list.Length)];
}
