using System.Text;
using Open311.Recordings.Cassettes;

namespace Open311.Mock.WireMock.Tests.Export;

/// <summary>A cassette with what is hard to give back, and the questions that must be given each answer.</summary>
internal static class RecordedCalls
{
    public const string Form = "application/x-www-form-urlencoded; charset=utf-8";

    static readonly byte[] Odd = [0xEF, 0xBB, 0xBF, (byte)'<', 0xFF, 0xFE, 0, (byte)'>', 13, 10];

    public static Cassette Cassette { get; } = new(
    [
        Take(1, "GET", "services.json", "[{\"service_code\":\"001\"}]"u8, ("Content-Type", "application/json; charset=utf-8")),
        Take(2, "GET", "requests.xml?status=open&service_code=001%2C002", "<one/>"u8, ("Content-Type", "text/xml"), ("X-Way", "a"), ("X-Way", "b")),
        Take(3, "GET", "requests.xml", Odd, ("Content-Type", "text/xml; charset=utf-16")),
        Take(4, "GET", "requests.xml?start_date=2026-05-01T00%3A00%3A00%2B02%3A00&q=Stra%C3%9Fe+%26+Licht", "<four/>"u8),
        Take(5, "GET", "requests/1.json", "[{\"status\":\"open\"}]"u8),
        Take(6, "GET", "requests/1.json", "[{\"status\":\"open\"}]"u8),
        Take(7, "GET", "requests/1.json", "[{\"status\":\"closed\"}]"u8),
        Take(8, "GET", "requests/nothing.json", "[{\"code\":404}]"u8) with { Status = 404, Reason = "Gone Fishing" },
        Post(9, "requests.json", "service_code=001&lat=1.5&long=2&description=Ein+Loch%21&api_key=recorded", "[{\"service_request_id\":\"9\"}]"),
        Post(10, "requests.json", "service_code=002&lat=1.5&long=2&api_key=recorded", "[{\"service_request_id\":\"10\"}]"),
        Post(11, "requests.json", "{\"service_code\":\"003\",\"lat\":1}", "[{\"service_request_id\":\"11\"}]", "application/json"),
        Post(12, "requests.json", "\u0001binary", "[{\"service_request_id\":\"12\"}]", "application/octet-stream"),
        Post(13, "requests.json", Part("x", "a"), "[{\"service_request_id\":\"13\"}]", "multipart/form-data; boundary=x"),
        Take(14, "GET", "services/Stra%C3%9Fe%20%26%20Licht.xml", "<fourteen/>"u8),
        Take(15, "GET", "requests.json?a=1&a=2&a=1", "[15]"u8),
        Take(16, "GET", "moved", ""u8, ("Location", "http://city.example/open311/v2/elsewhere")) with { Status = 302 },
        Take(17, "GET", "broken", "half"u8) with { Outcome = "Broken" },
        Post(18, "tokens.json", "", "[18]"),
    ]);

    /// <summary>What is asked, in order, and the take that must answer; 0 for none.</summary>
    public static IReadOnlyList<(string Method, string Target, string? Type, string Body, int Take)> Asked { get; } =
    [
        ("GET", "services.json", null, "", 1),
        ("GET", "services.json?", null, "", 1),
        ("GET", "services.json?extra=1", null, "", 0),
        ("GET", "services.xml", null, "", 0),
        ("GET", "requests.xml?status=open&service_code=001%2C002", null, "", 2),
        ("GET", "requests.xml?service_code=001,002&status=open", null, "", 2),
        ("GET", "requests.xml?service_code=001%2c002&status=open", null, "", 2),
        ("GET", "requests.xml?service_code=001&status=open", null, "", 0),
        ("GET", "requests.xml?service_code=001%2C002&status=open&page=2", null, "", 0),
        ("GET", "requests.xml?service_code=001%2C002&status=open&status=open", null, "", 0),
        ("GET", "requests.xml", null, "", 3),
        ("GET", "requests.xml?q=Stra%c3%9fe%20%26%20Licht&start_date=2026-05-01T00:00:00%2B02:00", null, "", 4),
        ("GET", "requests.xml?q=Stra%C3%9Fe+%26+Licht&start_date=2026-05-01T00%3A00%3A00+02%3A00", null, "", 0),
        ("GET", "requests/1.json", null, "", 5),
        ("GET", "requests/1.json", null, "", 7),
        ("GET", "requests/1.json", null, "", 7),
        ("GET", "requests/nothing.json", null, "", 8),
        ("POST", "requests.json", Form, "description=Ein%20Loch!&long=2&lat=1.5&service_code=001&api_key=my%2Bown", 9),
        ("POST", "requests.json", Form, "service_code=002&lat=1.5&long=2&api_key=recorded", 10),
        ("POST", "requests.json", Form, "service_code=002&lat=1.5&long=2&api_key=recorded&more=1", 0),
        ("POST", "requests.json", "application/json", "{ \"lat\": 1, \"service_code\": \"003\" }", 11),
        ("POST", "requests.json", "application/json", "{\"lat\":2,\"service_code\":\"003\"}", 0),
        ("POST", "requests.json", "application/octet-stream", "\u0001binary", 12),
        ("POST", "requests.json", "multipart/form-data; boundary=another", Part("another", "b"), 13),
        ("GET", "services/Stra%C3%9Fe%20%26%20Licht.xml", null, "", 14),
        ("GET", "services/Stra%c3%9fe%20&%20Licht.xml", null, "", 14),
        ("GET", "requests.json?a=2&a=1&a=1", null, "", 15),
        ("GET", "requests.json?a=1&a=2", null, "", 0),
        ("GET", "moved", null, "", 16),
        ("GET", "broken", null, "", 0),
        ("POST", "tokens.json", Form, "", 18),
    ];

    static string Part(string boundary, string value) => $"--{boundary}\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n{value}\r\n--{boundary}--\r\n";

    static Take Take(int number, string method, string target, ReadOnlySpan<byte> body, params (string Name, string Value)[] headers) => new()
    {
        Number = number,
        Method = method,
        Url = $"https://city.example/open311/v2/{target}",
        Status = 200,
        Reason = "OK",
        ResponseHeaders =
        [
            new("Date", "Wed, 20 May 2026 09:30:00 GMT"), new("Content-Length", "1"), new("Transfer-Encoding", "chunked"), new("Connection", "close"),
            .. headers.Select(h => new HeaderLine(h.Name, h.Value)),
        ],
        ResponseBody = body.ToArray(),
    };

    static Take Post(int number, string target, string body, string answer, string type = Form) => Take(number, "POST", target, Encoding.UTF8.GetBytes(answer)) with
    {
        RequestHeaders = [new("content-type", type)],
        RequestBody = Encoding.UTF8.GetBytes(body),
        Status = 201,
    };
}
