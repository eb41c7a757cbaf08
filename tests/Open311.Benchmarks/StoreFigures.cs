using System.Diagnostics;
using Open311.Mock.Cities;
using Open311.Mock.Questions;
using Open311.Mock.Running;

namespace Open311.Benchmarks;

/// <summary>How the cost of reading and posting, and the memory, grow with the number of stored requests.</summary>
static class StoreFigures
{
    static readonly (string Name, string Query)[] Queries =
    [
        ("list", ""),
        ("status", "?status=open"),
        ("code", "?service_code=hydrant"),
        ("code+status", "?service_code=001,trees&status=closed"),
        ("rare+day", "?service_code=P%2BR&status=open&start_date=2026-05-01T00:00:00Z&end_date=2026-05-02T00:00:00Z"),
        ("nothing", "?service_code=dog-fouling"),
        ("ids", "?service_request_id=26010,26020,26030"),
    ];

    public static async Task<int> MainAsync()
    {
        Console.WriteLine($"{"stored",9} {"in 90 d",9} {"open (s)",9} {"MB",7} {string.Join(' ', Queries.Select(q => $"{q.Name,11}"))} {"post",9}   (microseconds a call, the median)");
        foreach (var stored in new[] { 1_000, 10_000, 100_000, 1_000_000 })
            await MeasureAsync(stored);
        return 0;
    }

    static async Task MeasureAsync(int stored)
    {
        // Two hundred days hold some 2.2 times as many as the last ninety.
        var plain = City.Load();
        var before = Used();
        var watch = Stopwatch.StartNew();
        await using var city = RunningCity.Open(
            plain with { Requests = plain.Requests with { Recent = (int)(stored / 2.2) } },
            new RunningCityOptions { StartAt = new DateTimeOffset(2026, 5, 20, 9, 30, 17, TimeSpan.Zero), Frozen = true });
        var opened = watch.Elapsed.TotalSeconds;
        var megabytes = (Used() - before) / 1e6;
        var reader = new QuestionReader(city.Rules);
        var figures = new List<double>();
        foreach (var (_, query) in Queries)
        {
            var question = reader.Read("GET", $"/open311/v2/requests.xml{query}");
            figures.Add(await MedianAsync(() => city.AnswerAsync(question)));
        }

        var form = System.Text.Encoding.UTF8.GetBytes($"api_key={plain.Keys[0]}&service_code=006&lat=41.7&long=-70.62&description=bench");
        var post = FormReader.Read(reader.Read("POST", "/open311/v2/requests.xml"), null, form, lenient: false);
        var posting = await MedianAsync(() => city.AnswerAsync(post));
        Console.WriteLine($"{city.Statistics.Total,9} {(int)(stored / 2.2),9} {opened,9:F2} {megabytes,7:F1} {string.Join(' ', figures.Select(f => $"{f,11:F1}"))} {posting,9:F1}");
    }

    static async Task<double> MedianAsync(Func<Task<Mock.Answers.Reply>> call)
    {
        var times = new List<double>();
        for (var i = 0; i < 400; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var reply = await call();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            if (reply.Status != 200)
                throw new InvalidOperationException($"The answer was {reply.Status}.");
        }

        times.Sort();
        return times[times.Count / 2];
    }

    static long Used()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
