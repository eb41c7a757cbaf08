using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Preflight;

/// <summary>Puts a failed attempt to read into a state, a sentence and an advice.</summary>
internal static class Diagnosis
{
    /// <summary>No connection, no TLS, no answer in time; null when something else is the matter.</summary>
    public static PreflightResult? OfConnection(Inquiry inquiry)
    {
        var last = inquiry.Final;
        var way = inquiry.Hops.Count > 0 ? $"{Told.Chain(inquiry)}; there the way ends: " : "";
        return last.Outcome switch
        {
            ExchangeOutcome.NameNotResolved => Stop(PreflightState.NameNotResolved, "Check the spelling of the host name, and that it is published in DNS and visible from here."),
            ExchangeOutcome.ConnectionRefused => Stop(PreflightState.ConnectionRefused, "Check host and port, that the server runs, and that no firewall stands between; if it speaks only the other of http and https, give that."),
            ExchangeOutcome.TimedOut => Stop(
                PreflightState.TimedOut,
                $"Check that the server answers at all{(last.Answer is null && last.Request.Url.Scheme == "https" ? ", and that this port speaks TLS" : "")}, and give a longer --timeout if it is just slow."),
            ExchangeOutcome.TlsFailed => Stop(PreflightState.TlsFailed, "Check that this port speaks TLS 1.2 or 1.3; if it speaks plain HTTP, give the URL with http."),
            _ => null,
        };

        PreflightResult Stop(PreflightState state, string advice) => new(state, $"{way}{last.Problem}", advice, []);
    }

    /// <summary>429 beyond what may be waited for.</summary>
    public static PreflightResult RateLimited(Exchange exchange) => new(
        PreflightState.RateLimited,
        $"The server lets nobody in for now: {exchange.Request.Url.OriginalString} answers 429 (too many requests){(exchange.Answer?.Header("Retry-After") is { } after ? $" with Retry-After: {Shown.Brief(after)}" : "")}.",
        "Wait, then run the check again with a lower --rate, or ask the operator for a higher limit for your address.",
        []);

    /// <summary>Something answers, but neither here nor in the neighbourhood anything that can be judged.</summary>
    public static PreflightResult Of(Inquiry inquiry, int neighbours)
    {
        var last = inquiry.Final;
        var what = Told.What(last);
        if (inquiry.RedirectProblem is { } problem)
            return new(PreflightState.RedirectLoop, problem, "Correct the redirects, or give the base URL they should lead to.", []);
        if (inquiry.Hops.Count > 0)
            return new(PreflightState.RedirectLoop, $"{Told.Chain(inquiry)}, and {what}.", "Give the base URL that answers without a redirect, and check that no login page or portal stands before it.", []);
        if (last.Outcome == ExchangeOutcome.NotRecorded)
            return new(PreflightState.NotOpen311, last.Problem ?? "", "Record the service list, too, and judge the recording again.", []);
        if (last.Outcome != ExchangeOutcome.Answered || last.Answer!.Status >= 500)
            return new(PreflightState.ServerTrouble, $"The server is in trouble: {what}, also when asked again.", "Look into the log of the server (the requests carry X-Open311-Case: preflight), and run the check again when it works.", []);

        if (last.Answer.Status is 400)
            return new(PreflightState.NotOpen311, $"The question for the service list is refused: {what}.", "If the endpoint serves several jurisdictions, give one with --jurisdiction ID; otherwise check the base URL: services.xml below it must bring the list of services.", []);
        var html = Glance.At(last.Answer) == Likeness.Html;
        if (last.Answer.Status is 404 or 405 or 410 or 501)
            return new(PreflightState.WrongBasePath, $"There is no GeoReport v2 endpoint at this base URL: {what}, and none of the {neighbours} base paths tried nearby brings a service list.", "Give the URL that services.xml stands under, such as https://example.org/open311/v2.", []);
        return html
            ? new(PreflightState.HtmlInsteadOfData, $"A page for people comes instead of data: {what}.", "Give the base URL of the API instead of a web site, and check that no login page, bot protection or portal stands before it.", [])
            : new(PreflightState.NotOpen311, $"Something answers, but not as GeoReport v2: {what}.", "Check the base URL: services.xml below it must bring the list of services.", []);
    }
}
