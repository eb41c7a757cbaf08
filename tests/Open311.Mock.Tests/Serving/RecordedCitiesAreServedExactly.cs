using System.Net.Sockets;
using System.Text;
using Open311.Mock.Recorded;
using Open311.Mock.Serving;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Storing;

namespace Open311.Mock.Tests.Serving;

/// <summary>A recorded city says on the wire what was recorded, byte for byte, and keeps the connection.</summary>
public class RecordedCitiesAreServedExactly
{
    const string Source = "https://city.example/api/v2";
    static readonly DateTimeOffset then = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    static Take Take(int number, string target, string body, params (string, string)[] headers) => new()
    {
        Number = number,
        Method = "GET",
        Url = "https://city.example" + target,
        Status = 200,
        Reason = "Fine",
        ResponseHeaders = [.. headers.Select(h => new HeaderLine(h.Item1, h.Item2))],
        ResponseBody = Encoding.UTF8.GetBytes(body),
        Started = then,
    };

    static readonly Take[] takes =
    [
        Take(1, "/api/v2/services.json", """[{"service_code":"001","service_name":"Holes","type":"realtime","metadata":"false"}]""", ("content-type", "application/json"), ("X-a", "1"), ("x-A", "2"), ("Content-LENGTH", "82"), ("server", "odd/1")),
        Take(2, "/api/v2/requests.json?status=open&jurisdiction_id=a", """[{"service_request_id":"7","service_code":"001","status":"open","requested_datetime":"2026-05-20T10:00:00Z"}]""", ("Content-Type", "application/json"), ("Transfer-Encoding", "chunked")),
        Take(3, "/api/v2/requests.json?start_date=2026-05-01T12:00:00Z", """[{"service_request_id":"7","requested_datetime":"2026-05-20T10:00:00Z"}]""", ("Content-Length", "74")),
        Take(4, "/api/v2/services/001.xml", "first", ("Content-Length", "5")),
        Take(5, "/api/v2/services/001.xml", "later", ("Content-Length", "5")),
        Take(6, "/api/discovery.json", """{"endpoints":[{"url":"https:\/\/city.example\/api\/v2"}]}""", ("Content-Length", "0")),
    ];

    static Recording Recorded => new(new RecordingInfo { Source = Source, Recorded = then, Finished = then, Kind = RecordingKind.Walk, Tool = "1" }, new Cassette(takes));

    static Task<CityServer> StartAsync(Func<RecordedCityOptions, RecordedCityOptions>? how = null, DateTimeOffset? at = null) =>
        CityServer.StartAsync(new CityServerOptions { Recorded = (how ?? (o => o))(new RecordedCityOptions(Recorded)), StartAt = at ?? then });

    [Test]
    public async Task Heads_and_bodies_are_those_recorded_and_the_connection_stays()
    {
        await using var city = await StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(city.Origin.Host, city.Origin.Port);
        var stream = client.GetStream();
        for (var round = 0; round < 3; round++)
        {
            var expected = "HTTP/1.1 200 Fine\r\ncontent-type: application/json\r\nX-a: 1\r\nx-A: 2\r\nContent-LENGTH: 82\r\nserver: odd/1\r\n\r\n" + Encoding.UTF8.GetString(takes[0].ResponseBody.Span);
            (await AskAsync(stream, "GET /api/v2/services.json HTTP/1.1\r\nHost: x\r\n\r\n", expected.Length)).Should().Be(expected.Replace("82", $"{takes[0].ResponseBody.Length}", StringComparison.Ordinal));
            var chunked = "HTTP/1.1 200 Fine\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + $"{takes[1].ResponseBody.Length:x}\r\n" + Encoding.UTF8.GetString(takes[1].ResponseBody.Span) + "\r\n0\r\n\r\n";
            (await AskAsync(stream, "GET /api/v2/requests.json?jurisdiction_id=a&status=open HTTP/1.1\r\nHost: x\r\n\r\n", chunked.Length)).Should().Be(chunked);
        }
    }

    [Test]
    public async Task Repeated_questions_are_answered_in_order_and_the_last_for_ever()
    {
        await using var city = await StartAsync();
        using var http = new HttpClient();
        var answers = new List<string>();
        for (var i = 0; i < 3; i++)
            answers.Add(await http.GetStringAsync(city.Endpoint + "/services/001.xml"));
        answers.Should().Equal("first", "later", "later");
    }

    [Test]
    public async Task What_was_not_recorded_is_refused_with_what_comes_near()
    {
        await using var city = await StartAsync();
        using var http = new HttpClient();
        var answer = await http.GetAsync(city.Endpoint + "/requests.json?jurisdiction_id=a&status=closed");
        ((int)answer.StatusCode).Should().Be(404);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        (await answer.Content.ReadAsStringAsync()).Should().Contain("recorded: status=open; asked: status=closed");
    }

    [Test]
    public async Task Dates_as_far_from_now_as_the_recorded_were_from_then_are_the_same_question()
    {
        await using var city = await StartAsync(at: then.AddMinutes(20));
        using var http = new HttpClient();
        (await http.GetStringAsync(city.Endpoint + "/requests.json?start_date=2026-05-01T12:20:00Z")).Should().Contain("\"7\"");
        ((int)(await http.GetAsync(city.Endpoint + "/requests.json?start_date=2026-04-01T12:20:00Z")).StatusCode).Should().Be(404);
    }

    [Test]
    public async Task Dates_are_moved_by_whole_days_in_answers_and_questions()
    {
        await using var city = await StartAsync(o => o with { ShiftDates = true }, then.AddDays(100));
        using var http = new HttpClient();
        (await http.GetStringAsync(city.Endpoint + "/requests.json?status=open&jurisdiction_id=a")).Should().Contain("2026-09-09T10:00:00Z", "112 whole days lead from 20 May 10:00 to 9 September 10:00, the last before 12:00");
        (await http.GetStringAsync(city.Endpoint + "/requests.json?start_date=2026-08-21T12:00:00Z")).Should().Contain("2026-09-09T10:00:00Z");
    }

    [Test]
    public async Task Discovery_leads_to_the_recording_and_not_to_the_live_city_unless_that_is_asked_for()
    {
        using var http = new HttpClient();
        await using (var city = await StartAsync())
            (await http.GetStringAsync(city.Origin + "api/discovery.json")).Should().NotContain("city.example").And.Contain($":{city.Origin.Port}\\/api\\/v2");
        await using (var city = await StartAsync(o => o with { Exact = true }))
            (await http.GetStringAsync(city.Origin + "api/discovery.json")).Should().Contain("https:\\/\\/city.example\\/api\\/v2");
    }

    [Test]
    public async Task A_blended_city_takes_posts_and_shows_them_in_recorded_lists()
    {
        await using var city = await StartAsync(o => o with { Blend = true });
        using var http = new HttpClient();
        var posted = await http.PostAsync(city.Endpoint + "/requests.json", new FormUrlEncodedContent(city.SampleForm));
        posted.IsSuccessStatusCode.Should().BeTrue(await posted.Content.ReadAsStringAsync());
        (await http.GetStringAsync(city.Endpoint + "/requests.json?status=open&jurisdiction_id=city.example")).Should().Contain("\"1000000\"").And.Contain("\"7\"");
    }

    [Test]
    public async Task A_post_to_a_recording_alone_is_refused_with_advice()
    {
        await using var city = await StartAsync();
        using var http = new HttpClient();
        var posted = await http.PostAsync(city.Endpoint + "/requests.json", new FormUrlEncodedContent(city.SampleForm));
        ((int)posted.StatusCode).Should().Be(404);
        (await posted.Content.ReadAsStringAsync()).Should().Contain("--blend");
    }

    [TestCase(false, false, true)]
    [TestCase(true, false, true)]
    [TestCase(false, true, false)]
    [TestCase(true, true, false)]
    public async Task A_page_of_another_origin_may_read_the_answer_and_nobody_else_sees_a_line_more(bool blend, bool exact, bool mayRead)
    {
        await using var city = await StartAsync(o => o with { Blend = blend, Exact = exact });
        var body = Encoding.UTF8.GetString(takes[0].ResponseBody.Span);
        var head = "HTTP/1.1 200 Fine\r\ncontent-type: application/json\r\nX-a: 1\r\nx-A: 2\r\nContent-LENGTH: " + body.Length + "\r\nserver: odd/1\r\n";
        (await AllAsync(city, "GET /api/v2/services.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).Should().StartWith(blend && !exact ? head : head + "\r\n" + body);
        var forPage = await AllAsync(city, "GET /api/v2/services.json HTTP/1.1\r\nHost: x\r\nOrigin: http://page.example\r\nConnection: close\r\n\r\n");
        forPage.Should().StartWith(head).And.EndWith("\r\n\r\n" + body);
        if (mayRead)
            forPage.Should().Contain("\r\nAccess-Control-Allow-Origin: *\r\n");
        else
            forPage.Should().Be(head + "\r\n" + body);
    }

    [TestCase(true, true)]
    [TestCase(false, false)]
    public async Task Findings_are_told_by_a_blended_city(bool blend, bool told)
    {
        await using var city = await StartAsync(o => o with { Blend = blend });
        var answer = await AllAsync(city, "GET /api/v2/requests.json?jurisdiction_id=a&status=open HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        answer.Contains("X-Open311-Findings: CLI-", StringComparison.Ordinal).Should().Be(told, answer);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_preflight_is_answered_unless_one_was_recorded(bool blend)
    {
        const string Preflight = "OPTIONS /api/v2/requests.json HTTP/1.1\r\nHost: x\r\nOrigin: http://page.example\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\nConnection: close\r\n\r\n";
        var plain = Take(7, "/api/v2/requests.json", "No", ("Content-Length", "2")) with { Method = "OPTIONS", Status = 405 };
        var page = plain with { Number = 8, Status = 403, RequestHeaders = [new("Origin", "http://other.example"), new("Access-Control-Request-Method", "POST"), new("Access-Control-Request-Headers", "content-type")] };
        async Task<string> AskAsync(params Take[] more)
        {
            await using var city = await CityServer.StartAsync(new CityServerOptions { Recorded = new RecordedCityOptions(new Recording(Recorded.Info, new Cassette([.. takes, .. more]))) { Blend = blend }, StartAt = then });
            return await AllAsync(city, Preflight);
        }

        (await AskAsync()).Should().StartWith("HTTP/1.1 204 ").And.Contain("Access-Control-Allow-Origin: *").And.Contain("Access-Control-Allow-Methods: GET, HEAD, POST").And.Contain("Access-Control-Allow-Headers: content-type");
        (await AskAsync(plain)).Should().StartWith("HTTP/1.1 204 ", "what was asked there was no preflight");
        (await AskAsync(plain, page)).Should().StartWith(blend ? "HTTP/1.1 204 " : "HTTP/1.1 403 ");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Where_no_list_of_services_was_recorded_no_code_is_called_wrong(bool blend)
    {
        var recording = new Recording(Recorded.Info, new Cassette([takes[1] with { Number = 1, Url = Source + "/requests.json" }]));
        await using var city = await CityServer.StartAsync(new CityServerOptions { Recorded = new RecordedCityOptions(recording) { Blend = blend }, StartAt = then });
        using var http = new HttpClient();
        city.SampleForm.Select(f => f.Key).Should().NotContain("service_code");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("service_code", "001"), KeyValuePair.Create("description", "Hole")]);
        var posted = await http.PostAsync(city.Endpoint + "/requests.json", form);
        ((int)posted.StatusCode).Should().BeLessThan(500);
        posted.Headers.Where(h => h.Key == "X-Open311-Findings").SelectMany(h => h.Value).Should().NotContain(f => f.Contains("CLI-POST-006", StringComparison.Ordinal));
    }

    static async Task<string> AllAsync(CityServer city, string question)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(city.Origin.Host, city.Origin.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(question));
        using var all = new MemoryStream();
        await stream.CopyToAsync(all).WaitAsync(TimeSpan.FromSeconds(10));
        return Encoding.UTF8.GetString(all.ToArray());
    }

    static async Task<string> AskAsync(NetworkStream stream, string question, int length)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(question));
        var buffer = new byte[length];
        await stream.ReadExactlyAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        return Encoding.UTF8.GetString(buffer);
    }
}
