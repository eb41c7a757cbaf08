using System.Text;
using System.Text.Json;
using Open311.Mock.Tests.Clients;

namespace Open311.Mock.Tests.Journal;

[CancelAfter(30_000)]
public sealed class JournalSecrets
{
    static readonly string[] Secrets = ["blank-key", "not-a-key-77", "mia@mail.example", "Mia", "Muster", "555-0199", "device-4711", "Bearer-9"];

    [TestCase("api_key=not-a-key-77&service_code=001&email=mia%40mail.example&first_name=Mia&last_name=Muster&phone=555-0199&device_id=device-4711", "application/x-www-form-urlencoded")]
    [TestCase("{\"api_key\":\"not-a-key-77\",\"email\":\"mia@mail.example\",\"first_name\":\"Mia\",\"last_name\":\"Muster\",\"phone\":\"555-0199\",\"device_id\":\"device-4711\"}", "application/json")]
    [TestCase("--x\r\nContent-Disposition: form-data; name=\"api_key\"\r\n\r\nblank-key\r\n--x\r\nContent-Disposition: form-data; name=\"first_name\"\r\nContent-Type: text/plain\r\n\r\nMia\r\n--x\r\nContent-Disposition: form-data; name=phone\r\n\r\n555-0199\r\n--x--", "multipart/form-data; boundary=x")]
    [TestCase("description=Write+to+mia@mail.example+or+not-a-key-77&api_key=not-a-key-77", "application/x-www-form-urlencoded")]
    [TestCase("<report><key>blank-key</key><mail>mia@mail.example</mail></report>", "text/xml")]
    public async Task Leave_in_no_form(string body, string type)
    {
        await using var city = await MockCity.StartAsync(o => o.City = Clients.CityFiles.PathOf("blank-city"));
        await RawClient.SendAsync(
            city,
            "POST /open311/v2/requests.xml?api_key=blank-key&email=mia%40mail.example HTTP/1.1",
            [$"Content-Type: {type}", "User-Agent: t", "Authorization: Bearer Bearer-9", "Referer: http://a.example/?api_key=blank-key", $"Content-Length: {body.Length}"],
            Encoding.UTF8.GetBytes(body));
        var har = new MemoryStream();
        city.Journal.WriteHar(har, city.Endpoint);
        var all = JsonSerializer.Serialize(city.Journal.Entries) + Encoding.UTF8.GetString(har.ToArray()) + string.Join('\n', city.Scores.All().SelectMany(s => s.Examples).Select(e => e.Finding.ToString()));
        all.Should().NotContainAny(Secrets);
        all.Should().Contain("[redacted]");
    }

    [Test]
    public async Task Har_can_be_read_and_says_what_was_sent()
    {
        await using var city = await MockCity.StartAsync();
        await RawClient.GetAsync(city, "/open311/v2/services.json?jurisdiction_id=portlinden.example");
        var har = new MemoryStream();
        city.Journal.WriteHar(har, city.Endpoint);
        using var document = JsonDocument.Parse(har.ToArray());
        var entry = document.RootElement.GetProperty("log").GetProperty("entries")[0];
        entry.GetProperty("request").GetProperty("url").GetString().Should().Be($"{city.Endpoint}/services.json?jurisdiction_id=portlinden.example");
        entry.GetProperty("response").GetProperty("content").GetProperty("text").GetString().Should().StartWith("[");
    }
}
