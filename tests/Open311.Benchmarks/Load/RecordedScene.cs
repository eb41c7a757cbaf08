using System.Text.Json;
using System.Xml.Linq;
using Open311.Mock;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Storing;

namespace Open311.Benchmarks.Load;

/// <summary>A recording of the embedded city, and the same answers for the servers that read no recordings.</summary>
internal static class RecordedScene
{
    /// <summary>Asks the city so many different questions, the list of services first.</summary>
    /// <param name="folder">Where the recording (<c>recording</c>) and <c>answers.json</c> are written.</param>
    /// <param name="count">How many.</param>
    public static async Task<IReadOnlyList<Answer>> WriteAsync(string folder, int count)
    {
        await using var city = await MockCity.StartAsync(o => o.Seed = 311);
        using var client = new HttpClient();
        var source = city.Endpoint.OriginalString;
        var list = XDocument.Parse(await client.GetStringAsync(new Uri($"{source}/requests.xml")));
        var ids = list.Descendants("service_request_id").Select(e => e.Value).ToArray();
        var targets = new[] { "services.json", "services.xml" }.Concat(new[] { "json", "xml" }.SelectMany(format => ids.Select(id => $"requests/{id}.{format}"))).Take(count).ToArray();
        if (targets.Length < count)
            throw new InvalidOperationException($"The embedded city has {ids.Length} requests in its list; {count} questions need more.");
        var answers = new List<Answer>();
        var takes = new List<Take>();
        foreach (var target in targets)
        {
            using var response = await client.GetAsync(new Uri($"{source}/{target}"));
            response.EnsureSuccessStatusCode();
            var body = await response.Content.ReadAsByteArrayAsync();
            answers.Add(new Answer(target, target, response.Content.Headers.ContentType!.ToString(), body));
            takes.Add(new Take
            {
                Number = takes.Count + 1,
                Method = "GET",
                Url = $"{source}/{target}",
                Status = (int)response.StatusCode,
                Reason = response.ReasonPhrase ?? "",
                ResponseHeaders = [.. response.Headers.Concat(response.Content.Headers).SelectMany(h => h.Value.Select(v => new HeaderLine(h.Key, v)))],
                ResponseBody = body,
                Started = city.Clock.GetUtcNow(),
            });
        }

        Directory.CreateDirectory(folder);
        var now = city.Clock.GetUtcNow();
        RecordingFolder.Write(Path.Combine(folder, "recording"), new Recording(new RecordingInfo { Source = source, Recorded = now, Finished = now, Kind = RecordingKind.Walk, Tool = "benchmark" }, new Cassette(takes)));
        await File.WriteAllTextAsync(Path.Combine(folder, "answers.json"), JsonSerializer.Serialize(answers));
        return answers;
    }
}
