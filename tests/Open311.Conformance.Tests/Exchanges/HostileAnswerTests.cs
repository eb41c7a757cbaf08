using System.Text;
using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Exchanges;
using Open311.Testing.Wire;

namespace Open311.Conformance.Tests.Exchanges;

/// <summary>Answers made to exhaust the probe: it must end in bounded time and memory.</summary>
[NonParallelizable]
public sealed class HostileAnswerTests
{
    const int Mebibyte = 1024 * 1024;

    [Test]
    public async Task A_gzip_bomb_of_one_gigabyte_stops_at_the_limit()
    {
        var bomb = GzipBomb.OfMebibytes(1024);
        byte[] wire = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n"), .. bomb];
        await using var server = RawServer.Closing(wire);
        await using var probe = new HttpProbe(Probing.Settings, TimeProvider.System);
        var before = GC.GetTotalAllocatedBytes();

        var exchange = await probe.SendAsync(Probing.Get(server.Base + "/"), CancellationToken.None);

        exchange.Outcome.Should().Be(ExchangeOutcome.TooLarge);
        exchange.Problem.Should().Be("The decoded body is larger than the 32 MiB that are read; it was cut there.");
        exchange.Answer!.Body.Length.Should().BeLessThan(Mebibyte);
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(80 * Mebibyte);
    }

    [Test]
    public async Task A_bomb_in_a_bomb_stops_at_the_limit()
    {
        var bomb = GzipBomb.Gzip(GzipBomb.OfMebibytes(1024));

        var exchange = await Probing.AnsweredBy(
            [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: {bomb.Length}\r\n\r\n"), .. bomb]);

        exchange.Outcome.Should().Be(ExchangeOutcome.TooLarge);
    }

    [TestCase("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n", "")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "10000\r\n")]
    public async Task An_endless_body_is_cut_at_the_limit(string head, string frame)
    {
        await using var server = Endless(head, frame, 64 * 1024);
        var settings = Probing.Settings with { MaxBodyBytes = 4 * Mebibyte };

        var exchange = await Probing.Ask(server, settings: settings);

        exchange.Outcome.Should().Be(ExchangeOutcome.TooLarge);
        exchange.Problem.Should().Match("The answer was cut after 4??? KiB: more than 4096 KiB of body are not read.");
        exchange.Answer!.Status.Should().Be(200);
        exchange.Answer.Raw.Length.Should().BeLessThanOrEqualTo(64 * 1024);
    }

    [Test]
    public async Task A_body_announced_too_large_is_not_even_collected()
    {
        await using var server = Endless("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "", 64 * 1024);

        var exchange = await Probing.Ask(server);

        exchange.Outcome.Should().Be(ExchangeOutcome.TooLarge);
        exchange.Problem.Should().Be("Content-Length announces a body of 95367 MiB: more than 32 MiB are not read.");
        exchange.Answer!.Status.Should().Be(200);
    }

    [Test]
    public async Task A_large_length_on_an_answer_to_head_is_only_a_number()
    {
        var exchange = await Probing.AnsweredBy("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "HEAD");

        exchange.Outcome.Should().Be(ExchangeOutcome.Answered, exchange.Problem);
    }

    [Test]
    public async Task Several_endless_bodies_do_not_fill_the_memory()
    {
        await using var server = Endless("HTTP/1.1 200 OK\r\n\r\n", "", 64 * 1024);
        await using var probe = new HttpProbe(Probing.Settings with { Concurrency = 2 }, TimeProvider.System);
        // What other tests of the process keep, catalogues and cities, is none of theirs.
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var exchanges = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            probe.SendAsync(Probing.Get($"{server.Base}/{i}"), CancellationToken.None).AsTask()));

        exchanges.Should().AllSatisfy(e => e.Outcome.Should().Be(ExchangeOutcome.TooLarge));
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        kept.Should().BeLessThan(64 * Mebibyte, "two bodies of 32 MiB are under way at a time");
        GC.KeepAlive(exchanges);
    }

    [Test]
    public async Task Large_answers_together_are_bounded_too()
    {
        var body = new string('x', 400_000);
        await using var server = RawServer.Keeping(Probing.Ok(body));
        await using var probe = new HttpProbe(Probing.Settings with { Concurrency = 1 }, TimeProvider.System, new ProbeLimits { Total = 1_000_000 });

        var outcomes = new List<(ExchangeOutcome, string?)>();
        for (var i = 0; i < 4; i++)
        {
            var exchange = await probe.SendAsync(Probing.Get($"{server.Base}/{i}"), CancellationToken.None);
            outcomes.Add((exchange.Outcome, exchange.Problem));
        }

        outcomes[0].Should().Be((ExchangeOutcome.Answered, null));
        outcomes[^1].Item1.Should().Be(ExchangeOutcome.TooLarge);
        outcomes[^1].Item2.Should().Contain("as the answers of this run nearly fill the 976 KiB there are for them together");
    }

    [Test]
    public async Task A_slow_drip_ends_with_the_time_limit()
    {
        var clock = new FakeTimeProvider();
        var begun = new TaskCompletionSource();
        await using var server = new RawServer(async (_, wire, end) =>
        {
            await wire.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 30000000\r\n\r\n"u8.ToArray(), end);

            // More than sockets hold by themselves: once it is written, the probe has read the beginning.
            await wire.WriteAsync(Enumerable.Repeat((byte)'x', 20 * Mebibyte).ToArray(), end);
            begun.SetResult();
            using var drip = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (await drip.WaitForNextTickAsync(end))
                await wire.WriteAsync("x"u8.ToArray(), end);
            return false;
        });

        var exchange = await LateAsync(server, clock, begun.Task);

        exchange.Outcome.Should().Be(ExchangeOutcome.TimedOut);
        exchange.Problem.Should().Match("The answer was not complete after 120 s; * had arrived.");
        exchange.Answer!.Status.Should().Be(200);
        exchange.Text().Should().MatchRegex("^x+$");
    }

    [Test]
    public async Task An_answer_that_only_its_end_would_complete_is_late_not_complete([Range(1, 20)] int time)
    {
        var clock = new FakeTimeProvider();
        var begun = new TaskCompletionSource();
        await using var server = new RawServer(async (_, wire, end) =>
        {
            await wire.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n"u8.ToArray(), end);
            await wire.WriteAsync(Enumerable.Repeat((byte)' ', 20 * Mebibyte).ToArray(), end);
            begun.SetResult();
            while (true)
                await wire.WriteAsync(" "u8.ToArray(), end);
        });

        var exchange = await LateAsync(server, clock, begun.Task);

        exchange.Outcome.Should().Be(ExchangeOutcome.TimedOut, "hanging up is not the end that the server would have made, time {0}", time);
    }

    [Test]
    public async Task Silence_ends_with_the_time_limit()
    {
        var asked = new TaskCompletionSource();
        await using var server = new RawServer(async (_, _, end) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, end);
            return false;
        });

        var exchange = await LateAsync(server, new FakeTimeProvider(), asked.Task);

        exchange.Outcome.Should().Be(ExchangeOutcome.TimedOut);
        exchange.Problem.Should().Be("No answer came within 120 s.");
        exchange.Answer.Should().BeNull();
    }

    [Test]
    public async Task The_connection_of_a_late_answer_is_not_used_again()
    {
        var clock = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        var late = new TaskCompletionSource();
        await using var server = new RawServer(async (request, wire, end) =>
        {
            if (request.Target == "/late")
            {
                asked.SetResult();
                await late.Task.WaitAsync(end);
            }

            await wire.WriteAsync(Encoding.ASCII.GetBytes(Probing.Ok(request.Target)), end);
            return true;
        });
        await using var probe = new HttpProbe(Probing.Settings with { Concurrency = 1 }, clock);

        var sending = probe.SendAsync(Probing.Get(server.Base + "/late"), CancellationToken.None).AsTask();
        await asked.Task;
        clock.Advance(Probing.Settings.Timeout);
        var first = await sending;
        late.SetResult();
        var second = await probe.SendAsync(Probing.Get(server.Base + "/next"), CancellationToken.None);

        first.Outcome.Should().Be(ExchangeOutcome.TimedOut);
        second.Text().Should().Be("/next");
    }

    [TestCase("X-Long: ", "xxxxxxxxxxxxxxx", Description = "one header of 10 MB")]
    [TestCase("", "X-Many: 1234\r\n", Description = "ever more headers")]
    [TestCase("X-Fold: 1\r\n", " folded\r\n", Description = "ever more folds")]
    public async Task A_head_of_ten_megabytes_is_too_large(string begin, string repeat)
    {
        var head = "HTTP/1.1 200 OK\r\n" + begin + string.Concat(Enumerable.Repeat(repeat, 10 * Mebibyte / repeat.Length)) + "\r\n\r\n<a/>";

        var exchange = await Probing.AnsweredBy(head);

        exchange.Outcome.Should().Be(ExchangeOutcome.TooLarge);
        exchange.Problem.Should().Be("The head of the answer is larger than the 256 KiB that are read.");
        (exchange.Answer?.Raw.Length ?? 0).Should().BeLessThanOrEqualTo(64 * 1024);
    }

    [Test]
    public async Task Interim_answers_without_end_are_cut()
    {
        await using var server = Endless("", "HTTP/1.1 100 Continue\r\n\r\n", 0);

        var exchange = await Probing.Ask(server, settings: Probing.Settings with { MaxBodyBytes = 100_000 });

        exchange.Outcome.Should().BeOneOf(ExchangeOutcome.TooLarge, ExchangeOutcome.Broken);
        exchange.Problem.Should().NotBeNullOrEmpty();
    }

    [Test]
    public async Task Interim_answers_alone_are_no_answer()
    {
        var clock = new FakeTimeProvider();
        var begun = new TaskCompletionSource();
        await using var server = new RawServer(async (_, wire, end) =>
        {
            await wire.WriteAsync("HTTP/1.1 102 Processing\r\n\r\n"u8.ToArray(), end);
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, end);
            return false;
        });

        var exchange = await LateAsync(server, clock, begun.Task);
        var closed = await Probing.AnsweredBy("HTTP/1.1 102 Processing\r\n\r\n");

        exchange.Outcome.Should().Be(ExchangeOutcome.TimedOut);
        closed.Outcome.Should().Be(ExchangeOutcome.Broken);
    }

    [Test]
    public async Task Thousands_of_tiny_chunks_are_joined()
    {
        var wire = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + string.Concat(Enumerable.Repeat("1\r\nx\r\n", 20_000)) + "0\r\n\r\n";

        var exchange = await Probing.AnsweredBy(wire);

        exchange.Outcome.Should().Be(ExchangeOutcome.Answered, exchange.Problem);
        exchange.Answer!.Body.Length.Should().Be(20_000);
    }

    static RawServer Endless(string head, string frame, int size) => new(async (_, wire, end) =>
    {
        await wire.WriteAsync(Encoding.ASCII.GetBytes(head), end);
        byte[] block = [.. Encoding.ASCII.GetBytes(frame), .. Enumerable.Repeat((byte)'x', size), .. frame.EndsWith("\r\n\r\n", StringComparison.Ordinal) ? [] : "\r\n"u8];
        while (true)
            await wire.WriteAsync(block, end);
    });

    // The time limit passes once the server says so.
    static async Task<Exchange> LateAsync(RawServer server, FakeTimeProvider clock, Task begun)
    {
        await using var probe = new HttpProbe(Probing.Settings, clock);
        var sending = probe.SendAsync(Probing.Get(server.Base + "/services.xml"), CancellationToken.None).AsTask();
        await begun;
        clock.Advance(Probing.Settings.Timeout);
        return await sending;
    }
}
