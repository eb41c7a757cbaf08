using Open311.Conformance.Exchanges;
using Open311.Conformance.Tests.Exchanges;

namespace Open311.Conformance.Tests.Running;

/// <summary>A run ends in bounded time, however the endpoint keeps it waiting.</summary>
public sealed class PatienceTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(20);

    [Test]
    public async Task Slow_answers_are_waited_for_up_to_a_limit_in_all()
    {
        var source = new Slow(_ => (ExchangeOutcome.Answered, 200, TimeSpan.FromSeconds(14)));
        var evidence = new Conformance.Running.Evidence(source, patience);

        var outcomes = await AskAsync(evidence, 200);

        source.Asked.Should().Be(86, "86 times 14 s are just over 20 minutes");
        outcomes.TakeLast(114).Should().OnlyContain(o => o == ExchangeOutcome.NotRecorded);
        evidence.Ended.Should().Be("it was not asked, since the answers of this run had been waited for 20 minutes altogether");
        evidence.Incomplete.Should().StartWith("The endpoint is too slow: its answers were waited for 20 minutes altogether; the report covers what was done until then.");
    }

    [Test]
    public async Task Swift_answers_never_end_a_run()
    {
        var evidence = new Conformance.Running.Evidence(new Slow(_ => (ExchangeOutcome.Answered, 200, TimeSpan.FromSeconds(0.1))), patience);

        (await AskAsync(evidence, 1_000)).Should().OnlyContain(o => o == ExchangeOutcome.Answered);
        evidence.Incomplete.Should().BeNull();
    }

    [Test]
    public async Task Now_and_then_an_answer_late_is_borne()
    {
        var evidence = new Conformance.Running.Evidence(new Slow(n => n % 8 == 0 ? (ExchangeOutcome.Answered, 200, TimeSpan.Zero) : (ExchangeOutcome.TimedOut, 0, TimeSpan.FromSeconds(2))), patience);

        (await AskAsync(evidence, 200)).Should().NotContain(ExchangeOutcome.NotRecorded);
    }

    [TestCase(ExchangeOutcome.TimedOut, 0, 8)]
    [TestCase(ExchangeOutcome.ConnectionRefused, 0, 8)]
    [TestCase(ExchangeOutcome.Answered, 429, 4)]
    public async Task Nothing_in_a_row_ends_a_run(ExchangeOutcome outcome, int status, int asked)
    {
        var source = new Slow(_ => (outcome, status, TimeSpan.Zero));
        var evidence = new Conformance.Running.Evidence(source, patience);

        await AskAsync(evidence, 50);

        source.Asked.Should().Be(asked);
        evidence.Incomplete.Should().NotBeNull();
    }

    static async Task<IReadOnlyList<ExchangeOutcome>> AskAsync(Conformance.Running.Evidence evidence, int count)
    {
        List<ExchangeOutcome> outcomes = [];
        for (var i = 0; i < count; i++)
            outcomes.Add((await evidence.SendAsync(Probing.Get($"http://city.example/{i}"), CancellationToken.None)).Outcome);
        return outcomes;
    }

    sealed class Slow(Func<int, (ExchangeOutcome Outcome, int Status, TimeSpan Duration)> answer) : IExchangeSource
    {
        public int Asked { get; private set; }

        public bool IsLive => true;

        public ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
        {
            var (outcome, status, duration) = answer(Asked++);
            return ValueTask.FromResult(new Exchange
            {
                Request = request,
                Outcome = outcome,
                Answer = outcome == ExchangeOutcome.Answered ? new Answer { Status = status } : null,
                Started = DateTimeOffset.UnixEpoch,
                Duration = duration,
            });
        }
    }
}
