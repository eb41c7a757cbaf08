using System.Text;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Exchanges;

/// <summary>One exchange from sending to the verdict on how it ended.</summary>
internal sealed class ExchangeCourse(ProbeRequest request, RunSettings settings, ProbeLimits limits, SegmentPool pool, TimeProvider clock, int allowed)
{
    // Chunk sizes and the like may take an eighth on top of the content; more is hostile.
    readonly Recording recording = new(clock, (long)allowed + (allowed / 8) + (limits.KeptOfCut * 2L) + (limits.HeadKib * 1024L), pool);
    readonly DateTimeOffset started = clock.GetUtcNow();
    Exception? failure;
    int status;
    bool timedOut;
    bool announcedTooMuch;

    /// <summary>Whether bytes were read past the HTTP client, so that the connection is of no more use to it.</summary>
    public bool HasTouchedConnection { get; private set; }

    /// <summary>Makes the exchange.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was.</exception>
    public async Task<Exchange> RunAsync(Lane lane, HttpRequestMessage message, CancellationToken cancellation)
    {
        using var time = new CancellationTokenSource(settings.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            using var response = await lane.SendAsync(message, recording, either.Token);
            status = (int)response.StatusCode;
            await DrainAsync(response, either.Token);
        }
        catch (OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            timedOut = true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException or FormatException)
        {
            // What breaks once the time is up breaks because it is.
            timedOut = time.IsCancellationRequested;
            failure = e;
        }

        if (!timedOut && !recording.Overflowed && !announcedTooMuch)
            await LookBeyondAsync(lane);
        return Conclude();
    }

    async Task DrainAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        // What says that it is too large need not be collected to be thrown away.
        announcedTooMuch = response.Content.Headers.ContentLength > allowed && !WireReader.IsBodyless(request.Method, status);
        if (announcedTooMuch)
            return;

        // The client reads to the end of the connection where a Content-Length is doubled or odd; the wire may know better.
        var end = long.MaxValue;
        var head = response.Content.Headers.ContentLength is null && response.Headers.TransferEncodingChunked != true
            ? WireHead.Read(recording.ReceivedBytes(limits.HeadKib * 1024L), new DefectList())
            : null;
        if (head is not null && WireReader.AnnouncedLength(head.Headers) is { } length)
            end = head.BodyStart + length;

        using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(32 * 1024);
        try
        {
            while (recording.Length < end && await body.ReadAsync(buffer, cancellation) > 0)
            {
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    async Task LookBeyondAsync(Lane lane)
    {
        if (lane.Carrier is not { } carrier || recording.Length == 0 || recording.Ended || recording.ReadFailure is not null)
            return;

        // A refused answer goes on behind the client's back, an answer without a body may have one all the same,
        // and what already waits in the socket belongs to this answer, as nothing else was asked.
        if (failure is null && !WireReader.IsBodyless(request.Method, status) && !Waits(lane))
            return;

        HasTouchedConnection = true;
        await carrier.ReadOnAsync(limits.Quiet, limits.KeptOfCut);
    }

    static bool Waits(Lane lane)
    {
        try
        {
            return lane.Socket is { Available: > 0 };
        }
        catch (Exception e) when (e is ObjectDisposedException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    Exchange Conclude()
    {
        var overflowed = recording.Overflowed || announcedTooMuch || failure is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };
        var raw = recording.ReceivedBytes(overflowed ? limits.KeptOfCut : long.MaxValue);
        var received = recording.Length;
        recording.Forget();
        var refusal = failure is null ? null : $"The HTTP client refuses the answer: {Sentence(failure)}";
        var reading = raw.Length == 0
            ? null
            : WireReader.Read(raw, request, recording.Ended, new ContentBounds(allowed, limits.KeptOfCut, pool), timedOut || overflowed ? null : refusal);
        var (outcome, problem) = Classify(reading, overflowed, received);
        var answer = reading?.Answer;
        if (outcome == ExchangeOutcome.TooLarge && answer is not null)
            answer = answer with { Raw = Cut(answer.Raw), Body = Cut(answer.Body) };
        if (answer is not null && !limits.KeepsCoded)
            answer = answer with { Coded = default };
        if (outcome != ExchangeOutcome.TooLarge && answer is { WireDefects.Count: 0 } && answer.Raw.Length > limits.KeptOfCut && !MemoryBudget.IsShared(answer))
            answer = answer with { Raw = default };
        return new Exchange
        {
            Request = request,
            Outcome = outcome,
            Answer = answer,
            Problem = problem,
            TlsProblem = recording.TlsProblem,
            Started = started,
            Wait = recording.Wait,
            Duration = recording.Duration,
            SentHeaders = SentHeaders(),
        };
    }

    (ExchangeOutcome Outcome, string? Problem) Classify(WireReading? reading, bool overflowed, long received)
    {
        if (overflowed)
        {
            if (announcedTooMuch)
                return (ExchangeOutcome.TooLarge, $"Content-Length announces a body of {Shown.Size(WireReader.AnnouncedLength(reading?.Answer?.Headers ?? []) ?? 0)}: more than {Shown.Size(allowed)} are not read{Budget}.");
            return (ExchangeOutcome.TooLarge, reading is { Answer: not null } && recording.Overflowed
                ? $"The answer was cut after {Shown.Size(received)}: more than {Shown.Size(allowed)} of body are not read{Budget}."
                : $"The head of the answer is larger than the {limits.HeadKib} KiB that are read.");
        }

        if (timedOut && reading is not { IsComplete: true })
        {
            return (ExchangeOutcome.TimedOut, received == 0
                ? $"No answer came within {settings.Timeout.TotalSeconds:0.###} s."
                : $"The answer was not complete after {settings.Timeout.TotalSeconds:0.###} s; {Shown.Size(received)} had arrived.");
        }

        if (reading is null)
            return ConnectionFailure.Classify(failure, request.Url);
        if (reading.IsTooLarge)
            return (ExchangeOutcome.TooLarge, $"The decoded body is larger than the {Shown.Size(allowed)} that are read{Budget}; it was cut there.");
        if (reading.Breaking is { } breaking)
            return (ExchangeOutcome.Broken, breaking);
        return reading.IsComplete
            ? (ExchangeOutcome.Answered, null)
            : (ExchangeOutcome.Broken, $"The connection broke off in the middle of the answer{(recording.ReadFailure is { } why ? $": {Shown.Brief(why, 200)}" : ".")}");
    }

    string Budget => allowed < settings.MaxBodyBytes ? $", as the answers of this run nearly fill the {Shown.Size(limits.Total)} there are for them together" : "";

    ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> bytes) =>
        bytes.Length <= limits.KeptOfCut ? bytes : bytes[..limits.KeptOfCut].ToArray();

    List<HeaderField> SentHeaders()
    {
        var lines = Encoding.UTF8.GetString(recording.SentBytes()).Split("\r\n\r\n", 2)[0].Split("\r\n");
        return [.. lines.Skip(1).Select(l => l.Split(':', 2)).Where(p => p.Length == 2).Select(p => new HeaderField(p[0], p[1].Trim()))];
    }

    static string Sentence(Exception e)
    {
        var text = Shown.Brief((e.InnerException ?? e).Message, 200).TrimEnd();
        return text.EndsWith('.') ? text : text + ".";
    }
}
