using System.Text;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Tests.Exchanges;

/// <summary>Answers from a script: for each URL its answers in turn, the last one again and again.</summary>
internal sealed class ScriptedSource : IExchangeSource
{
    readonly Dictionary<string, Queue<Exchange>> script = [];

    public List<ProbeRequest> Asked { get; } = [];

    public List<Exchange> Given { get; } = [];

    public Func<DateTimeOffset> Now { get; init; } = () => new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Answers any URL that has no script.</summary>
    public Exchange Otherwise { get; set; } = Answering(404);

    public ScriptedSource On(string url, params Exchange[] answers)
    {
        script[url] = new Queue<Exchange>(answers);
        return this;
    }

    public static Exchange Answering(int status, string body = "", params HeaderField[] headers) => new()
    {
        Request = Probing.Get("http://placeholder.invalid/"),
        Outcome = ExchangeOutcome.Answered,
        Answer = new Answer { Status = status, Body = Encoding.UTF8.GetBytes(body), Headers = headers },
    };

    public static Exchange Failing(ExchangeOutcome outcome, string problem = "Something went wrong.") => new()
    {
        Request = Probing.Get("http://placeholder.invalid/"),
        Outcome = outcome,
        Problem = problem,
    };

    public ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Asked.Add(request);
        var answers = script.GetValueOrDefault(request.Url.OriginalString);
        var answer = answers is null ? Otherwise : answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        Given.Add(answer with { Request = request, Started = Now() });
        return ValueTask.FromResult(Given[^1]);
    }
}
