using System.Diagnostics;
using Open311.Mock.Cities;
using Open311.Mock.Questions;
using Open311.Mock.Running;

namespace Open311.Benchmarks;

/// <summary>Posts a second that are on the disk when acknowledged, by the number of posters at once; and how long a file takes to open.</summary>
static class KeepingFigures
{
    public static async Task<int> MainAsync()
    {
        var folder = Directory.CreateTempSubdirectory("open311-keeping");
        var path = Path.Combine(folder.FullName, "city.db");
        try
        {
            foreach (var posters in new[] { 1, 8, 50, 200 })
            {
                await using var city = RunningCity.Open(City.Load(), new RunningCityOptions { DataFile = path });
                await PostAsync(city, posters, TimeSpan.FromSeconds(1));
                var (count, seconds) = await PostAsync(city, posters, TimeSpan.FromSeconds(4));
                Console.WriteLine($"{posters,4} posters: {count / seconds,8:F0} acknowledged posts a second, {1000 * posters * seconds / count,7:F2} ms each");
            }

            var watch = Stopwatch.StartNew();
            await using var again = RunningCity.Open(City.Load(), new RunningCityOptions { DataFile = path });
            Console.WriteLine($"opened a file of {again.Statistics.Total} requests in {watch.Elapsed.TotalSeconds:F2} s");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<(int Count, double Seconds)> PostAsync(RunningCity city, int posters, TimeSpan span)
    {
        var reader = new QuestionReader(city.Rules);
        var form = System.Text.Encoding.UTF8.GetBytes($"api_key={city.City.Keys[0]}&service_code=006&lat=41.7&long=-70.62&description=bench");
        var post = FormReader.Read(reader.Read("POST", "/open311/v2/requests.xml"), null, form, lenient: false);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, posters).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while (watch.Elapsed < span)
            {
                if ((await city.AnswerAsync(post)).Status != 200)
                    throw new InvalidOperationException("A post was refused.");
                count++;
            }

            return count;
        })));
        return (counts.Sum(), watch.Elapsed.TotalSeconds);
    }
}
