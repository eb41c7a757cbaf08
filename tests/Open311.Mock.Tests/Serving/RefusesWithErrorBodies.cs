namespace Open311.Mock.Tests.Serving;

public sealed class RefusesWithErrorBodies
{
    RunningCity city = null!;

    [OneTimeSetUp]
    public async Task Start() => city = await RunningCity.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await city.DisposeAsync();

    [TestCase("services/nope", 404, "service_code")]
    [TestCase("services/", 400, "service_code")]
    [TestCase("requests/99999999", 404, "service_request_id")]
    [TestCase("requests/", 400, "service_request_id")]
    [TestCase("tokens/nope", 404, "token")]
    [TestCase("tokens/", 400, "token")]
    [TestCase("nonce", 404, "path")]
    [TestCase("request/1", 404, "path")]
    [TestCase("services/a/b", 404, "path")]
    public async Task Names_what_is_missing_in_the_format_asked_for(string path, int status, string named)
    {
        foreach (var extension in new[] { "xml", "json" })
        {
            var answer = await city.GetAsync($"{path}.{extension}");

            answer.Status.Should().Be(status);
            answer.ContentType.Should().Be(extension == "xml" ? "text/xml; charset=utf-8" : "application/json; charset=utf-8");
            var (code, description) = answer.Errors.Should().ContainSingle().Subject;
            code.Should().Be($"{status}");
            description.Should().Contain(named).And.EndWith(".");
        }
    }

    [TestCase("services.bogus")]
    [TestCase("services")]
    [TestCase("services.XML")]
    [TestCase("services.json.bak")]
    [TestCase("/open311/discovery.bogus")]
    [TestCase("/")]
    [TestCase("/elsewhere/services.xml")]
    [TestCase("/open311/v2")]
    public async Task Does_not_know_other_extensions_and_paths(string path)
    {
        (await city.GetAsync(path)).Status.Should().Be(404);
    }

    [TestCase("PUT", "requests", "GET, HEAD, POST")]
    [TestCase("DELETE", "services", "GET, HEAD")]
    [TestCase("POST", "services", "GET, HEAD")]
    [TestCase("POST", "requests/1", "GET, HEAD")]
    [TestCase("OPTIONS", "requests", "GET, HEAD, POST")]
    [TestCase("PROPFIND", "tokens/1", "GET, HEAD")]
    public async Task Refuses_other_methods_and_says_which_are_allowed(string method, string path, string allow)
    {
        foreach (var extension in new[] { "xml", "json" })
        {
            var answer = await city.SendAsync(new HttpMethod(method), $"{path}.{extension}");

            answer.Status.Should().Be(405);
            answer.Allow.Should().Be(allow);
            answer.Errors.Should().ContainSingle().Which.Code.Should().Be("405");
        }
    }

    static readonly string[] Odd =
    [
        "O'Neil", "say \"hi\"", "<b>&", "100%", "back\\slash", "çéßñ", "東京都", "🚧🌳", new('x', 300), new('字', 300), "a/b", "..", "a.b", ";--", "\u0007", "a\r\nb",
    ];

    [TestCaseSource(nameof(Odd))]
    public async Task Takes_odd_text_in_a_path_for_an_unknown_value(string text)
    {
        foreach (var folder in new[] { "services", "requests", "tokens" })
        {
            var answer = await city.GetAsync($"{folder}/{Uri.EscapeDataString(text)}.xml");

            answer.Status.Should().Be(404);
            answer.Errors.Should().ContainSingle();
        }
    }

    [TestCaseSource(nameof(Odd))]
    public async Task Takes_odd_text_in_an_argument_for_a_value(string text)
    {
        var value = Uri.EscapeDataString(text);

        (await city.GetAsync($"requests.json?service_code={value}")).Text.Should().Be("[]");
        (await city.GetAsync($"requests.json?service_request_id={value}")).Text.Should().Be("[]");
        (await city.GetAsync($"requests.json?status={value}")).Status.Should().Be(400);
        (await city.GetAsync($"requests.json?start_date={value}")).Status.Should().Be(400);
        (await city.GetAsync($"services.json?jurisdiction_id={value}")).Status.Should().Be(404);
    }

    [TestCase("services/%zz.xml")]
    [TestCase("services/%FF%FE.xml")]
    [TestCase("requests.xml?service_code=%zz")]
    [TestCase("requests.xml?service_code=%FF%FE")]
    [TestCase("requests.xml?service_code=%00")]
    [TestCase("requests.xml?status=%")]
    [TestCase("requests.xml?%00=%00")]
    [TestCase("services/%00.xml")]
    public async Task Never_fails_on_invalid_encodings(string path)
    {
        (await city.GetAsync(path)).Status.Should().BeOneOf(200, 400, 404);
    }
}
