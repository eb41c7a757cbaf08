using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Open311.Mock.Fixtures;

namespace Open311.Benchmarks.Load;

/// <summary>The questions of the comparison and the answers of the city to them, in a folder that all servers read.</summary>
internal sealed class Scene(string folder)
{
    public const string BasePath = "/open311/v2";
    public const string Form = "api_key=port-linden-test-key&service_code=006&lat=41.7&long=-70.62&description=load&jurisdiction_id=portlinden.example";
    public const string Posted = """[{"service_request_id":"1","service_notice":"Thank you.","account_id":null}]""";

    const int Stored = 100_000;

    public string Folder => folder;

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    /// <summary>A city file like the embedded one, with 100,000 stored requests.</summary>
    public string CityFile => Path.Combine(folder, "city.yaml");

    public void WriteCity()
    {
        Directory.CreateDirectory(folder);
        // Two hundred days hold some 2.2 times as many as the last ninety.
        var recent = ((int)(Stored / 2.2)).ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(CityFile, FixtureText.Read("fixtures/cities/port-linden.yaml").Replace("recent: 600", $"recent: {recent}", StringComparison.Ordinal));
    }

    /// <summary>Asks the city everything once.</summary>
    public async Task AskAsync(HttpClient client, Uri endpoint)
    {
        var whole = XDocument.Parse(await client.GetStringAsync(new Uri($"{endpoint}/requests.xml")));
        var times = whole.Root!.Elements("request").Select(r => r.Element("requested_datetime")!.Value).ToArray();
        (string Name, string Target)[] questions =
        [
            ("services.json", "services.json"),
            ("100 rows of requests.xml", $"requests.xml?start_date={Uri.EscapeDataString(times[149])}&end_date={Uri.EscapeDataString(times[50])}"),
            ("filtered list, 100,000 stored", "requests.xml?service_code=hydrant&status=open"),
        ];
        var answers = new List<Answer>();
        foreach (var (name, target) in questions)
        {
            using var response = await client.GetAsync(new Uri($"{endpoint}/{target}"));
            response.EnsureSuccessStatusCode();
            answers.Add(new Answer(name, target, response.Content.Headers.ContentType!.ToString(), await response.Content.ReadAsByteArrayAsync()));
        }

        Answers = answers;
        await File.WriteAllTextAsync(Path.Combine(folder, "answers.json"), JsonSerializer.Serialize(answers));
    }

    public static IReadOnlyList<Answer> Read(string folder) =>
        JsonSerializer.Deserialize<Answer[]>(File.ReadAllText(Path.Combine(folder, "answers.json")))!;
}
