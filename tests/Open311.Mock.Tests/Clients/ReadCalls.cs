namespace Open311.Mock.Tests.Clients;

[CancelAfter(30_000)]
public sealed class ReadCalls
{
    readonly Cities cities = new();

    public static IEnumerable<CallCase> Cases =>
    [
        new("services.xml"), new("services.json"), new("requests.xml?status=open,closed"), new("requests.json?status=closed&service_code=006"),
        new("requests.xml?start_date=2026-05-01T00:00:00Z&end_date=2026-05-10T00:00:00-05:00"), new("requests.xml?start_date=2026-05-01T00:00:00%2B02:00"),
        new("discovery.xml"), new("services.xml?jurisdiction_id=portlinden.example"), new("services/006.xml"),
        new("services.xml", "CLI-HTTP-002") { Method = "HEAD" }, new("services.xml", "CLI-HTTP-001") { Method = "DELETE" },
        new("services.xml", "CLI-HTTP-003") { Headers = ["-agent"] }, new("services.xml", "CLI-HTTP-004") { Headers = ["1.0"] },
        new("report.xml", "CLI-PATH-001"), new("request/12.xml", "CLI-PATH-002"), new("service/006.xml", "CLI-PATH-002"), new("request.json", "CLI-PATH-002"),
        new("/open311/v2//services.xml", "CLI-PATH-003"), new("services.xml/", "CLI-PATH-004"),
        new("requests.xml?status=\"open\"", "CLI-PATH-005", "CLI-REQS-005"), new("services/tree+care.xml", "CLI-PATH-006") { City = "blank-city" },
        new("services", "CLI-FMT-001"), new("services.html", "CLI-FMT-002"), new("services.json", "CLI-FMT-003") { City = "port-linden xml-only" },
        new("services.XML", "CLI-FMT-004"), new("services.xml?format=json", "CLI-FMT-005"), new("services?format=json", "CLI-FMT-001", "CLI-FMT-005"),
        new("services.json", "CLI-FMT-006") { Headers = ["Accept: text/xml"] }, new("services.json") { Headers = ["Accept: application/json, */*;q=0.5"] },
        new("services.xml", "CLI-JUR-001") { City = "two-rivers" }, new("services.xml?jurisdiction_id=", "CLI-JUR-001", "CLI-POST-015") { City = "two-rivers" },
        new("services.xml?jurisdiction_id=elsewhere.example", "CLI-JUR-002") { City = "two-rivers" }, new("services.xml?jurisdiction_id=upper.tworivers.example") { City = "two-rivers" },
        new("services.xml?jurisdiction_id=elsewhere.example", "CLI-JUR-003"), new("discovery.json") { City = "two-rivers" },
        new("services.xml?api_key=secret", "CLI-KEY-004"), new("services.xml?api_key=", "CLI-POST-015"),
        new("requests.xml?service_code=caf%E9", "CLI-ENC-001", "CLI-REQS-009"), new("requests.xml?status=open%", "CLI-ENC-002", "CLI-REQS-005"),
        new("requests.xml?service_code=a%C0%AFb", "CLI-ENC-001", "CLI-REQS-009"), new("services/%ED%A0%BD.xml", "CLI-ENC-001"),
        new("services/tree%2520care.xml", "CLI-ENC-003") { City = "blank-city" }, new("services/tree%20care.xml") { City = "blank-city" },
        new("requests.xml?start_date=05/24/2026", "CLI-REQS-001"), new("requests.xml?start_date=2026-05-01T00:00:00", "CLI-REQS-002"),
        new("requests.xml?start_date=2026-05-10T00:00:00Z&end_date=2026-05-01T00:00:00Z", "CLI-REQS-003"),
        new("requests.xml?start_date=2025-05-10T00:00:00Z&end_date=2026-05-01T00:00:00Z", "CLI-REQS-004"),
        new("requests.xml?status=Open", "CLI-REQS-005"), new("requests.xml?status=new", "CLI-REQS-005"),
        new("requests.xml?status=open&status=closed", "CLI-REQS-006"), new("requests.xml?status=open;closed", "CLI-REQS-007"),
        new("requests.xml?service_code=006%20001", "CLI-REQS-007"), new("requests.xml?status=open,", "CLI-REQS-008"), new("requests.xml?status=open,%20closed", "CLI-REQS-008"),
        new("requests.xml?service_code=6", "CLI-REQS-009"), new("requests.xml?service_request_id=1,2&status=open", "CLI-REQS-010"),
        new("requests.xml?limit=5", "CLI-REQS-011"), new("requests.xml?start_date=2026-05-01T00:00:00+02:00", "CLI-REQS-012"),
        new("requests.xml?startdate=2026-05-01T00:00:00Z", "CLI-POST-014"), new("requests.xml?status=&service_code=", "CLI-POST-015"),
        new("requests/json?status=open", "CLI-FMT-001", "CLI-REQS-011"),
    ];

    [OneTimeTearDown]
    public async Task Close() => await cities.DisposeAsync();

    [TestCaseSource(nameof(Cases))]
    public async Task Are_judged(CallCase asked)
    {
        var city = await cities.OfAsync(CityFiles.PathOf(asked.City));
        var version = asked.Headers.Contains("1.0") ? "HTTP/1.0" : "HTTP/1.1";
        IEnumerable<string> agent = asked.Headers.Contains("-agent") ? [] : [$"User-Agent: {RawClient.Agent}"];
        var answer = await RawClient.SendAsync(
            city, $"{asked.Method} {RawClient.Full(city, asked.Sent)} {version}", [.. agent, .. asked.Headers.Where(h => h.Contains(':'))], []);
        answer.Status.Should().BeInRange(200, 499);
        var call = city.Journal.Entries.Should().ContainSingle().Subject;
        call.Findings.Select(f => f.Requirement).Should().BeEquivalentTo(asked.Expected);
        answer.Findings.Should().BeEquivalentTo(call.Findings.Where(f => f.Verdict != "info").Select(f => f.Requirement));
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Come_with_a_command_that_is_right(CallCase asked)
    {
        var city = await cities.OfAsync(CityFiles.PathOf(asked.City));
        await RawClient.SendAsync(city, $"{asked.Method} {RawClient.Full(city, asked.Sent)} HTTP/1.1", [$"User-Agent: {RawClient.Agent}"], []);
        var curl = city.Journal.Entries.Single().Findings.Where(f => f.Verdict != "info").Select(f => f.Curl).FirstOrDefault();
        if (curl is null)
            return;
        city.Reset();
        var url = curl.Split('\'')[1];
        var mended = await RawClient.GetAsync(city, new Uri(url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }).PathAndQuery);
        mended.Findings.Should().BeEmpty(curl);
        mended.Status.Should().BeOneOf(200, 404);
    }
}
