using System.Diagnostics;
using Open311.Mock.Running;
using Open311.Mock.Tests.Running;

namespace Open311.Mock.Tests.Persistence;

public sealed class SurvivesBeingKilled
{
    const int Kills = 20;

    // A child process posts from several threads and prints each id it was acknowledged; it is killed in the middle, again and again.
    [Test]
    public async Task With_every_request_that_it_acknowledged()
    {
        var folder = Directory.CreateTempSubdirectory("open311-kill").FullName;
        var path = Path.Combine(folder, "city.db");
        var random = new Random(311);
        var acknowledged = new List<string>();
        try
        {
            for (var kill = 0; kill < Kills; kill++)
                acknowledged.AddRange(await KilledAsync(path, random.Next(1, 120)));

            await using var city = new TestCity(new RunningCityOptions { DataFile = path, Frozen = true, StartAt = DateTimeOffset.UtcNow.AddMinutes(1) }, Poster.Small);
            acknowledged.Should().HaveCountGreaterThan(Kills).And.OnlyHaveUniqueItems();
            foreach (var line in acknowledged)
            {
                var (id, description) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
                ((string)(await city.ItemsAsync($"requests/{id}.json"))[0]!["description"]!).Should().Be(description);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<List<string>> KilledAsync(string path, int after)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath ?? "dotnet")
        {
            ArgumentList = { "exec", typeof(SurvivesBeingKilled).Assembly.Location, Poster.Argument, path },
            FileName = "dotnet",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var lines = new List<string>();
        try
        {
            while (lines.Count < after && await child.StandardOutput.ReadLineAsync() is { } line)
                lines.Add(line);
            if (lines.Count < after)
                Assert.Fail($"The child ended by itself: {await child.StandardError.ReadToEndAsync()}");
        }
        finally
        {
            child.Kill();
        }

        // What was printed before the end was acknowledged, too; a line without its end was not.
        var rest = await child.StandardOutput.ReadToEndAsync();
        lines.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await child.WaitForExitAsync();
        return lines;
    }
}
