using Open311.Mock.Recorded;
using Open311.Mock.Serving;
using Open311.Recordings.Storing;

namespace Open311.Cli.Tests.Taping.Proxying;

/// <summary><c>open311 record --proxy</c>: what passes, what does not, and what is kept.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Children)]
public sealed class ProxyTests
{
    const string Plain = "HTTP/1.1 200 All right\r\ncontent-TYPE: application/json\r\nX-a: 1\r\nx-A: 2\r\nset-cookie: s=1\r\nContent-Length: 5\r\n\r\n[7 ]\n";
    const string List = """[{"service_request_id":"638344","status":"open","description":"Call Jane at jane.roe@mail.example","email":"jane.roe@mail.example","lat":60.170112,"long":24.941337}]""";

    static string Answer(string body, string type = "application/json") => $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    [Test]
    public async Task An_answer_passes_byte_for_byte_and_the_question_names_the_city()
    {
        await using var session = await ProxySession.StartAsync(_ => Plain);
        var answer = await session.GetAsync("/api/v2/services.json?a=%7e+b", "X-Mine: yes\r\nAccept: application/json\r\nKeep-Alive: 5\r\nTE: trailers\r\nProxy-Authorization: secret\r\n");
        answer.Should().Be(Plain);

        var call = session.Reached.Should().ContainSingle().Subject;
        call.Target.Should().Be("/api/v2/services.json?a=%7e+b");
        call.Headers.Select(h => $"{h.Name}: {h.Value}").Should().BeEquivalentTo($"Host: {session.City.Authority}", "X-Mine: yes", "Accept: application/json");
        (await session.EndAsync()).Should().Be(0);
        var take = session.Read().Cassette.Takes.Should().ContainSingle().Subject;
        take.Url.Should().Be(session.City.OriginalString.TrimEnd('/') + "/api/v2/services.json?a=%7e+b");
        take.ResponseHeaders.Select(h => h.Name).Should().Equal("content-TYPE", "X-a", "x-A", "set-cookie", "Content-Length");
        session.Read().Info.Should().BeEquivalentTo(new { Kind = RecordingKind.Proxy, Source = $"{session.City.OriginalString.TrimEnd('/')}/api/v2", Scrubbed = new { Kept = Array.Empty<string>() } });
    }

    [Test]
    public async Task Headers_of_the_connection_stay_on_it_and_chunks_are_framed_anew()
    {
        await using var session = await ProxySession.StartAsync(_ => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive, X-Hop\r\nX-Hop: 1\r\nKeep-Alive: timeout=5\r\nX-Kept: 1\r\n\r\n2\r\n[7\r\n2\r\n,8\r\n1\r\n]\r\n0\r\n\r\n");
        (await session.GetAsync("/api/v2/services.json")).Should().Be("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Kept: 1\r\n\r\n5\r\n[7,8]\r\n0\r\n\r\n");
        (await session.SendAsync("GET /api/v2/services.json HTTP/1.0\r\n\r\n")).Should().Be("HTTP/1.1 200 OK\r\nX-Kept: 1\r\n\r\n[7,8]", "a client of HTTP/1.0 knows no chunks");
    }

    [Test]
    public async Task What_is_coded_passes_as_it_is_coded_and_is_scrubbed_all_the_same()
    {
        using var coded = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(coded, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes(List));
        byte[] answer = [.. System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {coded.Length}\r\n\r\n"), .. coded.ToArray()];
        await using var session = await ProxySession.StartBytesAsync(_ => answer);
        (await session.SendBytesAsync($"GET /api/v2/requests.json HTTP/1.1\r\nHost: {session.Endpoint.Authority}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n")).Should().Equal(answer);
        (await session.EndAsync()).Should().Be(0, session.Console.AllText);
        var take = session.Read().Cassette.Takes.Should().ContainSingle().Subject;
        var plain = System.Text.Encoding.UTF8.GetString(Open311.Recordings.Reading.RecordedDocuments.Decoded(take).Span);
        plain.Should().Contain("638344").And.NotContain("jane.roe");
    }

    [Test]
    public async Task What_is_wrong_on_the_wire_passes_as_it_is()
    {
        const string Odd = "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2\n\n[]";
        await using var session = await ProxySession.StartAsync(_ => Odd);
        (await session.GetAsync("/api/v2/services.json")).Should().Be(Odd);
    }

    [TestCase("evil.example")]
    [TestCase("evil.example:80")]
    [TestCase("127.0.0.1.evil.example")]
    [TestCase("user@127.0.0.1")]
    public async Task A_name_that_is_not_of_this_machine_is_not_served(string host)
    {
        await using var session = await ProxySession.StartAsync(_ => Plain);
        (await session.SendAsync($"GET /api/v2/services.json HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).Should().MatchRegex("^HTTP/1.1 40[03]").And.NotContain("[7 ]");
        session.Reached.Should().BeEmpty();
    }

    [TestCase("localhost")]
    [TestCase("127.0.0.1:1")]
    [TestCase("[::1]:80")]
    public async Task Every_name_of_this_machine_is_served(string host)
    {
        await using var session = await ProxySession.StartAsync(_ => Plain);
        (await session.SendAsync($"GET /api/v2/services.json HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).Should().Be(Plain);
    }

    [TestCase("http://evil.example", 0)]
    [TestCase("null", 0)]
    [TestCase("http://localhost:5173", 1)]
    public async Task A_page_of_another_site_posts_nothing(string origin, int reached)
    {
        await using var session = await ProxySession.StartAsync(_ => Plain, "--allow-writes");
        var answer = await session.SendAsync($"POST /api/v2/requests.json HTTP/1.1\r\nHost: {session.Endpoint.Authority}\r\nOrigin: {origin}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=b");
        session.Reached.Should().HaveCount(reached);
        if (reached == 0)
            answer.Should().StartWith("HTTP/1.1 403").And.Contain($"A page of '{origin}' may not post through this proxy");
    }

    [Test]
    public async Task A_connection_is_kept_as_long_as_the_client_asks()
    {
        await using var session = await ProxySession.StartAsync(call => Answer($"[\"{call.Target[^1]}\"]"));
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
        foreach (var which in "abc")
            (await http.GetStringAsync($"{session.Endpoint}/services.json?{which}")).Should().Be($"[\"{which}\"]");
    }

    [Test]
    public async Task A_post_is_refused_in_the_format_asked_for_and_never_sent()
    {
        await using var session = await ProxySession.StartAsync(_ => Plain);
        var json = await session.PostAsync("/api/v2/requests.json", "service_code=001");
        json.Should().StartWith("HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n").And.Contain("[{\"code\":403,\"description\":\"POST writes").And.Contain("--allow-writes");
        (await session.PostAsync("/api/v2/requests.xml", "service_code=001")).Should().Contain("text/xml").And.Contain("<errors><error><code>403</code>");
        (await session.GetAsync("/api/v2/requests.json", "X-HTTP-Method-Override: POST\r\n")).Should().StartWith("HTTP/1.1 403 ");
        foreach (var method in (string[])["PUT", "DELETE", "PATCH", "TRACE"])
            (await session.GetAsync("/api/v2/requests/1.json", method: method)).Should().StartWith("HTTP/1.1 405 ", method);

        session.Reached.Should().BeEmpty();
        (await session.EndAsync()).Should().Be(3, "nothing passed");
        session.Console.ErrorText.ToString().Should().Contain("7 calls were refused").And.Contain("Nothing passed");
        Directory.Exists(session.Folder).Should().BeFalse();
    }

    [TestCase("GET http://other.example/api/v2/services.json HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n")]
    [TestCase("CONNECT other.example:443 HTTP/1.1\r\nHost: other.example:443\r\nConnection: close\r\n\r\n")]
    [TestCase("GET http://city@other.example/ HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n")]
    [TestCase("OPTIONS * HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n")]
    public async Task No_other_host_is_called(string question)
    {
        await using var session = await ProxySession.StartAsync(_ => Plain);
        var answer = await session.SendAsync(question);
        answer.Should().MatchRegex(@"\AHTTP/1\.1 40[0-9] ");
        session.Reached.Should().BeEmpty();
    }

    [Test]
    public async Task A_path_that_looks_like_a_host_is_a_path_of_the_city()
    {
        await using var session = await ProxySession.StartAsync(_ => Plain);
        await session.SendAsync($"GET //other.example/x?y HTTP/1.1\r\nHost: {session.Endpoint.Authority}\r\nConnection: close\r\n\r\n");
        await session.SendAsync($"GET {session.Endpoint}/z HTTP/1.1\r\nHost: {session.Endpoint.Authority}\r\nConnection: close\r\n\r\n");
        await session.SendAsync($"GET {session.City.GetLeftPart(UriPartial.Authority)}/w HTTP/1.1\r\nHost: {session.City.Authority}\r\nConnection: close\r\n\r\n");
        session.Reached.Select(c => c.Target).Should().Equal("//other.example/x?y", "/api/v2/z", "/w");
    }

    [Test]
    public async Task A_post_passes_when_allowed_and_keeps_no_personal_data()
    {
        await using var session = await ProxySession.StartAsync(call => call.Method == "POST" ? Answer("""[{"service_request_id":"77"}]""") : Answer(List), "--allow-writes");
        const string Form = "api_key=planted-key-1&service_code=001&lat=60.170112&long=24.941337&email=jane.roe%40mail.example&first_name=Jane&last_name=Roehampton&phone=%2B1+555+867+5309"
            + "&device_id=dev-4711-abcdef&account_id=acct-998877&description=Jane+Roehampton+lives+here,+mail+jane.roe%40mail.example+or+555-867-5309";
        (await session.PostAsync("/api/v2/requests.json", Form)).Should().EndWith("""[{"service_request_id":"77"}]""");
        (await session.GetAsync("/api/v2/requests.json?api_key=planted-key-1")).Should().EndWith(List);
        session.Reached[0].Body.ToArray().Should().Equal(System.Text.Encoding.UTF8.GetBytes(Form), "the city gets what the client sent");

        (await session.EndAsync()).Should().Be(0, session.Console.AllText);
        foreach (var file in Directory.EnumerateFiles(session.Folder, "*", SearchOption.AllDirectories))
        {
            var text = Uri.UnescapeDataString((await File.ReadAllTextAsync(file)).Replace('+', ' '));
            foreach (var planted in (string[])["planted-key-1", "jane.roe", "Roehampton", "867 5309", "867-5309", "8675309", "4711", "998877", "60.170112", "24.941337"])
                text.Should().NotContainEquivalentOf(planted, file);
        }

        session.Read().Cassette.Takes.Select(t => t.Method).Should().Equal("POST", "GET");
        session.Console.AllText.Should().NotContain("planted-key-1").And.NotContain("jane.roe").And.Contain("Warning: POST passes");
    }

    [Test]
    public async Task What_was_recorded_is_replayed_with_the_same_answers()
    {
        await using var session = await ProxySession.StartAsync(call => call.Method == "POST" ? Answer("""[{"service_request_id":"77"}]""") : Plain, "--allow-writes", "--no-scrub");
        var passed = await session.GetAsync("/api/v2/services.json");
        await session.PostAsync("/api/v2/requests.json", "service_code=001&description=Hole");
        (await session.EndAsync()).Should().Be(0, session.Console.AllText);

        await using var city = await CityServer.StartAsync(new CityServerOptions { Recorded = new RecordedCityOptions(session.Read()) });
        using var http = new HttpClient();
        var answer = await http.GetAsync($"{city.Endpoint}/services.json");
        passed.Should().EndWith(await answer.Content.ReadAsStringAsync());
        answer.ReasonPhrase.Should().Be("All right");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("service_code", "001"), KeyValuePair.Create("description", "Hole")]);
        var posted = await http.PostAsync($"{city.Endpoint}/requests.json", form);
        (await posted.Content.ReadAsStringAsync()).Should().Contain("77", posted.ToString());
    }

    [Test]
    public async Task A_post_is_found_again_after_scrubbing_by_what_is_not_personal()
    {
        await using var session = await ProxySession.StartAsync(call => Answer($$"""[{"service_request_id":"{{(System.Text.Encoding.UTF8.GetString(call.Body.Span).Contains("=001") ? "77" : "88")}}"}]"""), "--allow-writes");
        const string Other = "service_code=002&email=jane.roe%40mail.example&lat=60.170112&long=24.941337&description=Hole";
        await session.PostAsync("/api/v2/requests.json", Other.Replace("=002", "=001", StringComparison.Ordinal));
        await session.PostAsync("/api/v2/requests.json", Other);
        (await session.EndAsync()).Should().Be(0, session.Console.AllText);

        await using var city = await CityServer.StartAsync(new CityServerOptions { Recorded = new RecordedCityOptions(session.Read()) });
        using var http = new HttpClient();
        async Task<string> PostAsync(string form)
        {
            using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
            return await (await http.PostAsync($"{city.Endpoint}/requests.json", content)).Content.ReadAsStringAsync();
        }

        (await PostAsync(Other)).Should().Contain("88");
        (await PostAsync(Other.Replace("=002", "=001", StringComparison.Ordinal))).Should().Contain("77");
        (await PostAsync(Other.Replace("=002", "=003", StringComparison.Ordinal))).Should().Contain("not in the recording");
    }

    [Test]
    public async Task A_city_that_is_down_is_told_to_the_client_and_at_the_end()
    {
        await using var session = await ProxySession.StartAsync(_ => Plain);
        await session.GetAsync("/api/v2/services.json");
        await session.CloseCityAsync();
        var down = await session.GetAsync("/api/v2/requests.json");
        down.Should().StartWith("HTTP/1.1 502 Bad Gateway\r\n").And.Contain("gave no answer that could be passed on");

        (await session.EndAsync()).Should().Be(0);
        session.Console.ErrorText.ToString().Should().Contain("1 calls got no answer from the city");
        session.Read().Cassette.Takes.Should().ContainSingle("what the proxy says is not the city's");
    }

    [Test]
    public async Task What_passed_is_written_while_more_may_pass()
    {
        await using var session = await ProxySession.StartAsync(_ => Answer(List));
        await session.GetAsync("/api/v2/requests.json");
        var patience = TimeProvider.System.GetTimestamp();
        while (!RecordingFolder.Exists(session.Folder) && TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(20))
            await Task.Yield();
        session.Read().Cassette.Takes.Should().ContainSingle();
        await session.GetAsync("/api/v2/services.json");
        (await session.EndAsync()).Should().Be(0, session.Console.AllText);
        session.Read().Cassette.Takes.Should().HaveCount(2);
    }

    [Test]
    public async Task It_ends_when_as_much_is_recorded_as_was_asked_for()
    {
        await using var session = await ProxySession.StartAsync(_ => Plain, "--max-calls", "2");
        await session.GetAsync("/api/v2/services.json");
        await session.GetAsync("/api/v2/requests.json");
        (await session.EndedAsync()).Should().Be(0);
        session.Read().Cassette.Takes.Should().HaveCount(2);
        session.Console.ErrorText.ToString().Should().Contain("Ended: 2 calls are recorded");
    }

    [Test]
    public async Task A_call_that_cannot_be_cleaned_is_left_out_and_told()
    {
        await using var session = await ProxySession.StartAsync(call => call.Target.Contains("bad", StringComparison.Ordinal) ? Answer("""[{"email":"jane.roe@mail.exa""") : Answer(List));
        await session.GetAsync("/api/v2/bad.json");
        await session.GetAsync("/api/v2/requests.json");
        (await session.EndAsync()).Should().Be(0);
        session.Read().Cassette.Takes.Should().ContainSingle().Which.Url.Should().EndWith("requests.json");
        session.Console.ErrorText.ToString().Should().Contain("1 of the calls are left out").And.NotContain("jane");
    }
}
