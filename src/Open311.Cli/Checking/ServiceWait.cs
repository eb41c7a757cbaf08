using System.Globalization;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;

namespace Open311.Cli.Checking;

/// <summary>Waits until a URL answers, for services that take their time to start. Any status from 200 to 399 will do.</summary>
/// <param name="env">Clock and Ctrl-C.</param>
/// <param name="suite">Has the network.</param>
internal sealed class ServiceWait(IConsoleEnvironment env, ISuite suite)
{
    /// <summary>What is asked counts as this case in the logs of the service.</summary>
    const string Case = "wait-for";

    const int LargestAnswer = 1024 * 1024;

    static readonly TimeSpan usual = TimeSpan.FromSeconds(60);
    static readonly TimeSpan pause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan longestQuestion = TimeSpan.FromSeconds(5);

    /// <summary>Waits.</summary>
    /// <param name="url">What to ask; without the API key.</param>
    /// <param name="limit">How long; null for the usual minute.</param>
    /// <param name="say">Told what is waited for, and how long it took.</param>
    /// <returns>Null once it answers; else a sentence that says what came instead.</returns>
    public async Task<string?> RunAsync(Uri url, TimeSpan? limit, Action<string> say)
    {
        var (longest, started) = (limit ?? usual, env.Clock.GetTimestamp());
        var shown = Printable.Line(url.OriginalString);
        say($"Waiting for {shown} to answer, {Seconds(longest)} at most.");
        using var over = new CancellationTokenSource(longest, env.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, env.Interrupts.Stop);
        var last = "it was not asked in time";
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                var exchange = await AskAsync(url, attempt, longest, either.Token);
                if (exchange is { Outcome: ExchangeOutcome.Answered, Answer.Status: >= 200 and < 400 })
                {
                    say($"It answered {exchange.Answer.Status} after {Seconds(env.Clock.GetElapsedTime(started))}.");
                    return null;
                }

                last = exchange.Answer is { } answer ? $"the last answer was {answer.Status}" : Lower(Printable.Line(exchange.Problem ?? "no answer came").TrimEnd('.'));
                await Task.Delay(pause, env.Clock, either.Token);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !env.Interrupts.Stop.IsCancellationRequested)
        {
            return $"Could not be tested: {shown} did not answer with success within {Seconds(longest)} ({last}). Start the service, look at its log, or give it longer by --{Settings.CheckSettings.WaitTimeout}.";
        }
    }

    // A connection of its own for each attempt: what is starting may have left another half open.
    async Task<Exchange> AskAsync(Uri url, int attempt, TimeSpan longest, CancellationToken cancellation)
    {
        var settings = new RunSettings { Timeout = longest < longestQuestion ? longest : longestQuestion, MaxBodyBytes = LargestAnswer, Concurrency = 1 };
        var source = suite.Open(settings, env.Clock);
        try
        {
            return await source.SendAsync(new ProbeRequest { Url = url, CaseId = Case, Attempt = attempt }, cancellation);
        }
        finally
        {
            if (source is IAsyncDisposable closing)
                await closing.DisposeAsync();
        }
    }

    static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
