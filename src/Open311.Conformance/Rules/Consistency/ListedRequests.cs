using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Consistency;

/// <summary>Services and requests of one format side by side.</summary>
/// <param name="Services">The services listed.</param>
/// <param name="Requests">The requests listed.</param>
sealed record ListedRequests(IReadOnlyList<ServiceItem> Services, RequestList Requests)
{
    /// <summary>Reads both; null (and inconclusive) when one cannot be read or is empty.</summary>
    public static async Task<ListedRequests?> ReadAsync(Examination e, string requirement)
    {
        var services = await e.AskAsync(Ask.Services(e.Reading)).ConfigureAwait(false);
        if (!services.Succeeded || Blocker.OfDocument(services) is not null || e.Shapes.Read(services) is not { Recognised: true, Items.Count: > 0 } shaped)
        {
            e.Inconclusive(requirement, $"Could not be exercised: {e.Survey.ServicesBlocker?.Reason ?? "no list of services with content could be read"}.", e.Survey.ServicesBlocker?.Requirement ?? (services.Succeeded ? "GR2-SVC-002" : null), services);
            return null;
        }

        var reply = await e.AskAsync(Ask.Requests(e.Reading)).ConfigureAwait(false);
        if (reply.Succeeded && e.Shapes.Read(reply) is { Recognised: true, Items.Count: 0 } && e.Survey.Window is { } window)
            reply = await e.AskAsync(Ask.Requests(e.Reading, window.Arguments)).ConfigureAwait(false);
        if (!e.Readable(reply, requirement))
            return null;
        if (!reply.Succeeded)
            e.Inconclusive(requirement, $"Could not be exercised: {Where.Of(reply)} is answered {reply.Status}.", Twin.Existence(reply.Ask), reply);
        else if (e.Items(reply, requirement) is not { } list)
            return null;
        else if (list.Items.Count > 0)
            return new([.. shaped.Items.Select(i => new ServiceItem(i))], list);
        else
            e.Inconclusive(requirement, "Could not be exercised: no service request is listed.", reply: reply);
        return null;
    }
}
