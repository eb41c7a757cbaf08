using Open311.Mock.Cities;
using Open311.Mock.Questions;
using Open311.Mock.Running;
using Open311.Protocol;
using Open311.Protocol.Documents;
using Open311.Protocol.Writing;

namespace Open311.Mock.Tests.Fuzzing;

/// <summary>Puts made-up calls to a city and looks at every answer and at the state it leaves.</summary>
internal static class FuzzRun
{
    /// <summary>Runs, and gives what went wrong; empty when nothing did.</summary>
    /// <param name="seed">Decides the calls.</param>
    /// <param name="count">How many.</param>
    /// <param name="onStatus">Told the status of each answer.</param>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(int seed, int count, Action<int> onStatus)
    {
        var plain = City.Load();
        await using var city = Mock.Running.RunningCity.Open(plain with { Requests = plain.Requests with { Recent = 20 } }, new RunningCityOptions { Seed = seed });
        var reader = new QuestionReader(city.Rules);
        var calls = new MalformedCalls(seed, plain.Keys[0]);
        var random = new Random(seed);
        var problems = new List<string>();
        for (var i = 0; i < count && problems.Count < 10; i++)
        {
            var (method, target, type, body) = calls.Next();
            var before = city.Statistics.Total;
            try
            {
                var question = reader.Read(method, target);
                if (question.IsPost)
                    question = FormReader.Read(question, type, body, lenient: i % 5 == 0);
                var reply = await city.AnswerAsync(question);
                onStatus(reply.Status);
                Look(reply, problems, $"{i}: {method} {target}");
                var created = city.Statistics.Total - before;
                if (created != (question.IsPost && reply.Status == 200 ? 1 : 0))
                    problems.Add($"{i}: {method} {target} answered {reply.Status} and created {created}");
            }
            catch (Exception e)
            {
                problems.Add($"{i}: {method} {target} {type}: {e}");
            }

            if (random.Next(500) == 0)
                city.Clock.Advance(TimeSpan.FromHours(random.Next(-300, 400)));
        }

        // A state that can be taken and restored is whole: ids, tokens, times and order are checked on the way in.
        var taken = city.Snapshot();
        city.Restore(taken);
        if (!city.Snapshot().AsSpan().SequenceEqual(taken))
            problems.Add("The state restored is not the state taken.");
        return problems;
    }

    static void Look(Mock.Answers.Reply reply, List<string> problems, string call)
    {
        if (reply.Status >= 500)
            problems.Add($"{call} answered {reply.Status}");
        var bytes = ResourceWriter.Write(reply.Resource, reply.Format);
        var reading = DocumentReader.Read(bytes, reply.Format);
        if (reading.Document is null || reading.Defects.Count > 0)
            problems.Add($"{call} was answered with a broken document: {string.Join(' ', reading.Defects.Select(d => d.Message))}");
    }
}
