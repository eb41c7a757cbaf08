using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Judging;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Protocol;

namespace Open311.Conformance.Walking;

/// <summary>
/// Walks through a city as its clients will, so that a recording of it answers them: services, definitions, windows of requests, single requests,
/// filtered lists and refusals, in each format that it has. What was asked before is not asked again.
/// </summary>
/// <param name="suite">Knows the shapes.</param>
/// <param name="bounds">How far to go.</param>
public sealed class CityWalk(Suite suite, WalkBounds bounds)
{
    const string Purposes = "walk";

    /// <summary>Walks.</summary>
    /// <param name="target">The city.</param>
    /// <param name="settings">How to ask.</param>
    /// <param name="source">Where exchanges come from.</param>
    /// <param name="clock">The clock; windows of dates lead up to its time.</param>
    /// <param name="known">What was asked before.</param>
    /// <param name="cancellation">Ends the walk; what was asked until then is given.</param>
    /// <returns>What was asked in addition, in order.</returns>
    public async Task<IReadOnlyList<Exchange>> WalkAsync(Target target, RunSettings settings, IExchangeSource source, TimeProvider clock, IReadOnlyList<Exchange> known, CancellationToken cancellation)
    {
        var exchanges = new KnownExchanges(source, known);
        var now = clock.GetUtcNow();
        var conversation = new Conversation(target, new Inquirer(new Running.Evidence(exchanges, settings.Patience), settings, clock, target.ApiKey));
        try
        {
            var survey = await new Surveyor(conversation, suite.Shapes, settings, now, cancellation).SurveyAsync().ConfigureAwait(false);
            foreach (var ask in Asks(survey, target, now))
                await conversation.AskAsync(ask, Purposes, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // A walk that was broken off is a shorter one.
        }

        return exchanges.Added;
    }

    IEnumerable<Ask> Asks(Survey survey, Target target, DateTimeOffset now)
    {
        DataFormat[] formats = survey.JsonJudged || survey.Primary == DataFormat.Json ? [DataFormat.Xml, DataFormat.Json] : [DataFormat.Xml];
        return formats.SelectMany(f => Asks(survey, target, now, f));
    }

    IEnumerable<Ask> Asks(Survey survey, Target target, DateTimeOffset now, DataFormat format)
    {
        yield return Ask.Discovery(format).For(Purpose.Open);
        yield return Ask.Services(format);
        foreach (var code in survey.DefinedCodes)
            yield return Ask.Definition(code, format);
        yield return Ask.Requests(format);
        var end = Instants.Second(now);
        for (var page = 0; page < bounds.Pages; page++, end -= target.Window(90))
            yield return Ask.Requests(format, ("start_date", Instants.Write(end - target.Window(90))), ("end_date", Instants.Write(end))).For(Purpose.Open);
        foreach (var id in survey.Known.Select(r => r.Id!).Take(bounds.Singles))
            yield return Ask.Request(id, format);
        foreach (var status in (string[])["open", "closed", "open,closed"])
            yield return Ask.Requests(format, ("status", status));
        foreach (var code in survey.Services.Select(s => s.Code).OfType<string>().Distinct().Take(bounds.Codes))
            yield return Ask.Requests(format, ("service_code", code));
        if (survey.Known.Count > 1)
            yield return Ask.Requests(format, ("service_request_id", string.Join(',', survey.Known.Take(2).Select(r => r.Id))));

        yield return Ask.Definition(survey.UnknownCode, format).For(Purpose.Refusal);
        yield return Ask.Requests(format, ("service_code", survey.UnknownCode)).For(Purpose.Open);
        if (survey.UnknownId is { } unknown)
            yield return Ask.Request(unknown, format).For(Purpose.Refusal);
        yield return Ask.Requests(format, ("status", "bogus")).For(Purpose.Open);
        yield return Ask.Requests(format, ("start_date", "yesterday")).For(Purpose.Open);
    }
}
