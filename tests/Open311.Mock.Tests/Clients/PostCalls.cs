using System.Text;
using Open311.Protocol.Forms;

namespace Open311.Mock.Tests.Clients;

[CancelAfter(30_000)]
public sealed class PostCalls
{
    const string Plain = "api_key=blank-key&service_code=001&lat=1.5&long=1.5";
    const string Trees = "api_key=blank-key&service_code=tree+care&address_string=1+Main+Street&attribute[COUNT]=3";

    readonly Cities cities = new();

    public static IEnumerable<CallCase> Cases => All().Select(c => c with { Method = "POST", City = "blank-city" });

    static IEnumerable<CallCase> All() =>
    [
        new(Plain), new(Trees), new(Trees + "&attribute%5BDAYS%5D%5B%5D=mon&attribute[DAYS][]=tue&attribute[KIND]=o&description=F%C3%BCnf+%F0%9F%8C%B3%0ANeue+Zeile+a<b+and+c>d"),
        new("service_code=001&lat=1.5&long=1.5", "CLI-KEY-001"), new("api_key=wrong&service_code=001&lat=1.5&long=1.5", "CLI-KEY-002"),
        new("service_code=001&lat=1.5&long=1.5", "CLI-KEY-003") { Target = "requests.xml?api_key=blank-key" },
        new(Plain, "CLI-POST-001") { Type = null }, new(Plain, "CLI-POST-001") { Type = "text/plain" },
        new("{\"api_key\":\"blank-key\",\"service_code\":\"001\",\"lat\":1.5,\"long\":1.5}", "CLI-POST-001") { Type = "application/json" },
        new("--x\r\nContent-Disposition: form-data; name=\"api_key\"\r\n\r\nblank-key\r\n--x\r\nContent-Disposition: form-data; name=\"service_code\"\r\n\r\n001\r\n--x\r\nContent-Disposition: form-data; name=\"address_string\"\r\n\r\nMain\r\n--x--\r\n", "CLI-POST-001") { Type = "multipart/form-data; boundary=x" },
        new(Plain, "CLI-POST-002") { Type = "application/x-www-form-urlencoded; charset=ISO-8859-1" },
        new("", "CLI-POST-003", "CLI-KEY-003") { Target = $"requests.xml?{Plain}", Type = null },
        new(Plain, "CLI-POST-004") { Target = "requests.xml?jurisdiction_id=blank.example" },
        new("api_key=blank-key&lat=1.5&long=1.5", "CLI-POST-005"), new("api_key=blank-key&service_code=1&lat=1.5&long=1.5", "CLI-POST-006"),
        new("api_key=blank-key&service_code=001", "CLI-POST-007"), new("api_key=blank-key&service_code=001&lat=1.5", "CLI-POST-008"),
        new("api_key=blank-key&service_code=001&lat=1,5&long=1,5", "CLI-POST-009"), new("api_key=blank-key&service_code=001&lat=91&long=1", "CLI-POST-009"),
        new(Plain + "&description=" + new string('x', 4001), "CLI-POST-010"), new(Plain + "&description=" + new string('x', 4000)),
        new(Plain + "&description=%3Cb%3EHelp%3C/b%3E", "CLI-POST-011"), new(Plain + "&media_url=photo.jpg", "CLI-POST-012"),
        new(Plain + "&email=none", "CLI-POST-013"), new("api_key=blank-key&service_code=001&address=1+Main+Street", "CLI-POST-007", "CLI-POST-014"),
        new(Plain + "&deviceid=1", "CLI-POST-014"), new(Plain + "&email=&phone=", "CLI-POST-015"), new(Plain + "&lat=1.6", "CLI-POST-016"),
        new(Plain + "&description=Caf%E9", "CLI-ENC-001"), new(Plain + "&description=%C0%AF", "CLI-ENC-001"), new(Plain + "&description=%ED%A0%BD%ED%B8%80", "CLI-ENC-001"),
        new(Plain + "&description=Caf\u00E9", "CLI-ENC-001"), new(Plain + "&description=50%+off", "CLI-ENC-002"), new(Plain + "&description=A%2520big%2520hole", "CLI-ENC-003"),
        new(Plain + "&description=100%25+sure&media_url=https%3A%2F%2Fa.example%2Fb%2520c.jpg"), new(Plain + "&description=Caf%C3%83%C2%A9", "CLI-ENC-004"), new(Plain + "&description=Caf%EF%BF%BD", "CLI-ENC-004"),
        new(Trees.Replace("attribute[COUNT]", "COUNT"), "CLI-ATTR-001"), new(Trees + "&attribute[DAYS]=mon,tue", "CLI-ATTR-002"), new(Trees + "&attribute[DAYS]=mon&attribute[DAYS]=tue", "CLI-ATTR-002"),
        new(Trees + "&attribute[DAYS]=mon", "CLI-ATTR-003"), new(Trees + "&attribute[KIND][]=o", "CLI-ATTR-004"),
        new(Trees.Replace("&attribute[COUNT]=3", ""), "CLI-ATTR-005"), new(Trees + "&attribute[KIND]=Oak", "CLI-ATTR-006"),
        new(Trees.Replace("=3", "=several"), "CLI-ATTR-007"), new(Trees + "&attribute[WHEN]=soon", "CLI-ATTR-007"), new(Trees + "&attribute[NOTE]=a%0Ab", "CLI-ATTR-007"), new(Trees + "&attribute[STORY]=a%0Ab"),
        new(Trees + "&attribute[SIZE]=3", "CLI-ATTR-008"), new(Trees + "&attribute[INFO]=3", "CLI-ATTR-008"), new(Trees + "&attribute[KIND]=o&attribute[KIND]=b", "CLI-ATTR-009"),
        new(Plain, "CLI-FMT-001") { Target = "requests" },
    ];

    [OneTimeTearDown]
    public async Task Close() => await cities.DisposeAsync();

    [TestCaseSource(nameof(Cases))]
    public async Task Are_judged(CallCase asked)
    {
        var city = await cities.OfAsync(CityFiles.PathOf(asked.City));
        var answer = await RawClient.PostAsync(city, asked.Sent, asked.Target, asked.Type);
        answer.Status.Should().BeInRange(200, 499);
        var call = city.Journal.Entries.Should().ContainSingle().Subject;
        call.Findings.Select(f => f.Requirement).Should().BeEquivalentTo(asked.Expected);
        answer.Findings.Should().BeEquivalentTo(call.Findings.Where(f => f.Verdict != "info").Select(f => f.Requirement));
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Come_with_a_command_that_is_accepted(CallCase asked)
    {
        var city = await cities.OfAsync(CityFiles.PathOf(asked.City));
        await RawClient.PostAsync(city, asked.Sent, asked.Target, asked.Type);
        var curl = city.Journal.Entries.Single().Findings.Where(f => f.Verdict != "info").Select(f => f.Curl).FirstOrDefault();
        if (curl is null)
            return;
        curl.Should().NotContain("blank-key").And.Contain("$OPEN311_API_KEY");
        city.Reset();
        var mended = await RawClient.PostAsync(city, Form(curl), new Uri(curl.Split('\'')[^2]).AbsolutePath);
        mended.Findings.Should().BeEmpty(curl);
        mended.Status.Should().Be(200, curl);
    }

    // What curl would make of the command.
    static string Form(string curl)
    {
        var fields = curl.Split(" --data-urlencode ").Skip(1).Select(a => a.Trim().Trim('\'', '"'));
        return FormEncoding.Write(fields.Select(f => f.Split("' 'http")[0]).Select(f => f.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p[1].Replace("$OPEN311_API_KEY", "blank-key"))));
    }
}
