using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Open311.Mock.Answers;
using Open311.Mock.Clients;
using Open311.Mock.Disturbances;
using Open311.Mock.Journal;
using Open311.Mock.Questions;
using Open311.Mock.Recorded;
using Open311.Mock.Running;
using Open311.Protocol;

namespace Open311.Mock.Serving;

/// <summary>
/// Takes a call from the wire to the wire: understood, answered, judged, written, disturbed where that was asked for, and kept. Each of
/// these looks at what was read once.
/// </summary>
internal sealed class CallHandler(RunningCity city, Wardrobe wardrobe, FaultDesk faults, ClientJudge judge, CallJournal journal, CallHandling handling)
{
    const string FaultHeader = "X-Open311-Fault";

    readonly CallReader reader = new(handling.Lenient);
    CityFacts? facts;

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && e is not BadHttpRequestException)
        {
            // The client has gone; there is nobody left to answer.
        }
    }

    /// <summary>Takes a call that came on no connection.</summary>
    public async Task<WireAnswer> AnswerAsync(string method, string target, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
    {
        var (answer, entry) = await TakeAsync(await reader.ReadAsync(method, target, headers, body, wardrobe.Own));
        Keep(entry);
        return answer;
    }

    async Task AnswerAsync(HttpContext context)
    {
        var time = handling.Time;
        var began = time.GetTimestamp();
        var (answer, entry) = await TakeAsync(await reader.ReadAsync(context, wardrobe.Own));
        // Before it is sent, so that whoever has the answer finds it in the journal.
        Keep(entry);
        await WireSender.SendAsync(context, answer, time);
        entry.Duration = time.GetElapsedTime(began);
    }

    void Keep(JournalEntry entry)
    {
        journal.Add(entry);
        if (entry.Findings.Count > 0)
            judge.Score.Note(entry.Findings, entry);
    }

    async Task<(WireAnswer Answer, JournalEntry Entry)> TakeAsync(Received received)
    {
        var (answer, judgement, names) = Preflight.Is(received) && handling.Recorded?.AnswersPreflight(received, city.Clock.GetUtcNow()) != true
            ? (Preflight.Answer(received), Judgement.None, [])
            : await AnswerAsync(received);
        answer = CallHeaders.Add(answer, received, judgement);
        return (answer, new JournalEntry
        {
            At = handling.Time.GetUtcNow(),
            Method = received.Method,
            Target = received.Target,
            Version = received.Version,
            Client = received.Client,
            Headers = received.Headers,
            Body = KeptBody.Of(received.Body.Bytes),
            Status = answer.Framing == Framing.None ? 0 : answer.Status,
            AnswerHeaders = answer.Headers,
            AnswerBody = KeptBody.Of(answer.Body, answer.Head),
            Faults = names,
            Findings = judgement.Findings,
        });
    }

    async Task<(WireAnswer Answer, Judgement Judgement, IReadOnlyList<string> Faults)> AnswerAsync(Received received)
    {
        var question = received.Question;
        var format = question.Format ?? DataFormat.Xml;
        var guise = wardrobe.Own;
        Disturbance[] met = [];
        try
        {
            if (!faults.IsIdle || received.Header(FaultHeader) is not null)
            {
                met = [.. Ordered(received).Where(faults.Happens)];
                guise = wardrobe.With(met.Where(d => d.Kind == DisturbanceKind.Fault).Select(d => d.Fault));
            }
        }
        catch (DisturbanceException e)
        {
            var refusal = Reply.Error(format, 400, $"{FaultHeader}: {e.Message}");
            return (guise.Writer.Write(question, refusal), Judgement.None, []);
        }

        var asked = guise == wardrobe.Own ? question : reader.Understand(received, guise);
        asked = guise.Altered.Change(asked);
        if (guise.Altered.Repeats(asked))
            await city.AnswerAsync(asked, guise.Rules);
        var status = met.Length == 0 ? null : met.LastOrDefault(d => d.Kind == DisturbanceKind.Status);
        var replayed = status is { Amount: >= 400 } ? null : handling.Recorded?.Replay(received, city.Clock.GetUtcNow(), OwnOrigin());
        var reply = replayed is not null ? null
            : status is { Amount: >= 400 } ? Reply.Error(format, status.Amount, "This answer was ordered by a fault of the mock.")
            : handling.Recorded is { Blends: false } recorded ? recorded.Missing(received, city.Clock.GetUtcNow(), format)
            : await city.AnswerAsync(asked, guise.Rules);
        if (replayed is not null && handling.Recorded is { Blends: true } blended)
            replayed = await BlendAsync(blended, replayed, asked, guise);
        var told = status is not null ? 0 : replayed?.Status ?? reply!.Status;
        var judgement = !handling.JudgeClients ? Judgement.None : judge.Judge(received.ToCall(Facts(), told, handling.Time), reply is null ? null : PostedToken.Of(question, reply));
        var answer = replayed ?? guise.Writer.Write(asked, reply!);
        if (met.Length > 0)
            answer = Disturber.Disturb(met.All(d => d.Kind == DisturbanceKind.Delay) ? answer : answer with { Exact = null }, met);
        if (handling.Latency is { } latency)
            answer = answer with { Delay = answer.Delay + latency.Next(handling.Dice) };
        return (answer, judgement, met.Length == 0 ? [] : [.. met.Select(d => d.ToString())]);
    }

    // What was posted shows in recorded lists, too.
    async Task<WireAnswer> BlendAsync(RecordedCity recorded, WireAnswer replayed, Question asked, Guise guise)
    {
        if (asked is not { Place: Place.Requests, IsRead: true })
            return replayed;
        var reply = await city.AnswerAsync(asked, guise.Rules);
        return recorded.WithPosted(replayed, reply, [.. (reply.Listed ?? []).Where(r => r.Sequence >= RunningCity.FirstPosted)]);
    }

    string OwnOrigin() => city.Endpoint.GetLeftPart(UriPartial.Authority);

    IEnumerable<Disturbance> Ordered(Received received)
    {
        var ordered = faults.For(received.Question);
        return received.Header(FaultHeader) is { Length: > 0 } header
            ? ordered.Concat(header.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(10).Select(Disturbance.Parse))
            : ordered;
    }

    CityFacts Facts()
    {
        var known = facts;
        if (known is not null && ReferenceEquals(known.City, city.City))
            return known;
        judge.CityChanged();
        return facts = new CityFacts
        {
            City = city.City,
            Endpoint = city.Endpoint,
            Json = city.Rules.Json,
            Lenient = handling.Lenient,
            KnowsId = handling.Recorded is { } recorded ? (jurisdiction, id) => recorded.Knows(id) || city.Lists(jurisdiction, id) : city.Lists,
        };
    }
}
