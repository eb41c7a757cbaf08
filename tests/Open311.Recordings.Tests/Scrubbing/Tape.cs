using System.Text;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Scrubbing;

namespace Open311.Recordings.Tests.Scrubbing;

/// <summary>Makes cassettes of few words, and scrubs them.</summary>
static class Tape
{
    public const string City = "https://311.example.gov/open311/v2";

    public static Take Json(string body, string url = $"{City}/requests.json") => Answer(Encoding.UTF8.GetBytes(body), "application/json; charset=utf-8", url);

    public static Take Xml(string body, string url = $"{City}/requests.xml") => Answer(Encoding.UTF8.GetBytes(body), "text/xml; charset=utf-8", url);

    public static Take Answer(byte[] body, string contentType, string url, params HeaderLine[] more) => new()
    {
        Number = 1,
        Method = "GET",
        Url = url,
        Status = 200,
        Reason = "OK",
        ResponseHeaders = [new("Content-Type", contentType), new("Content-Length", $"{body.Length}"), .. more],
        ResponseBody = body,
    };

    public static Take Post(string body, string contentType, string url = $"{City}/requests.json") => Json("[]", url) with
    {
        Method = "POST",
        RequestHeaders = [new("Content-Type", contentType)],
        RequestBody = Encoding.Latin1.GetBytes(body),
    };

    public static ScrubOutcome Scrub(ScrubOptions options, params Take[] takes) =>
        new Scrubber(options).Scrub(new Cassette([.. takes.Select((t, i) => t with { Number = i + 1 })]));

    /// <summary>The scrubbed takes; fails when they were refused.</summary>
    public static IReadOnlyList<Take> Scrubbed(params Take[] takes) => Scrubbed(new ScrubOptions { Seed = 311 }, takes);

    public static IReadOnlyList<Take> Scrubbed(ScrubOptions options, params Take[] takes)
    {
        var outcome = Scrub(options, takes);
        outcome.Refusals.Should().BeEmpty();
        return outcome.Cassette!.Takes;
    }

    /// <summary>What a JSON body of requests becomes.</summary>
    public static string ScrubbedJson(string body) => Text(Scrubbed(Json(body))[0]);

    public static string ScrubbedXml(string body) => Text(Scrubbed(Xml(body))[0]);

    /// <summary>What the description of a request becomes.</summary>
    public static string ScrubbedText(string text)
    {
        var body = System.Text.Json.JsonSerializer.Serialize(new[] { new Dictionary<string, string> { ["service_request_id"] = "1", ["description"] = text } });
        return System.Text.Json.JsonDocument.Parse(ScrubbedJson(body)).RootElement[0].GetProperty("description").GetString()!;
    }

    public static string Text(Take take) => Encoding.UTF8.GetString(take.ResponseBody.Span);

    public static string Sent(Take take) => Encoding.Latin1.GetString(take.RequestBody.Span);
}
