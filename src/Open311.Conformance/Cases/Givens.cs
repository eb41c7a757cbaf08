using Open311.Conformance.Judging;

namespace Open311.Conformance.Cases;

/// <summary>All named preconditions. Each is one line of the vocabulary that <c>given:</c> offers.</summary>
static class Givens
{
    public static IReadOnlyDictionary<string, IGiven> All { get; } = ((Given[])
    [
        new("single-jurisdiction", e => e.Target.MultiJurisdiction ? new("The operator declares several jurisdictions.", Applies: false) : null),
        new("several-jurisdictions", e => e.Target.HasSeveralJurisdictions ? null : new("The operator does not declare several jurisdictions (--multi-jurisdiction).", Applies: false)),
        new("jurisdiction", e => Bind(e, "jurisdiction", e.Target.Jurisdictions.FirstOrDefault(), new("No jurisdiction_id is configured.", Applies: false))),
        new("api-key", e => e.Target.ApiKey is null ? new("No api_key is configured.", Applies: false) : null),
        new("services", e => e.Survey.Services.Count > 0 ? null : NoServices(e)),
        new("defined-service", e => Bind(e, "code", e.Survey.DefinedCodes.FirstOrDefault(), e.Survey.Services.Count == 0 ? NoServices(e) : new("No service has metadata=true.", Applies: false))),
        new("plain-service", e => Bind(e, "code", e.Survey.PlainCodes.FirstOrDefault(), e.Survey.Services.Count == 0 ? NoServices(e) : new("No service has metadata=false.", Applies: false))),
        new("unknown-code", e => Bind(e, "unknown-code", e.Survey.UnknownCode, null)),
        new("unknown-id", e => Bind(e, "unknown-id", e.Survey.UnknownId, new("No service_request_id could be made sure to be unknown.", BlockedBy: e.Survey.RequestsBlocker?.Requirement))),
        new("nonce", e => Bind(e, "nonce", e.Survey.Nonce, null)),
        new("known-request", e => BindRequest(e, e.Survey.Known.FirstOrDefault(), "No service request is listed.")),
        new("open-request", e => BindRequest(e, e.Survey.Known.FirstOrDefault(i => i.Status == "open"), "No open service request is listed.")),
        new("closed-request", e => BindRequest(e, e.Survey.Known.FirstOrDefault(i => i.Status == "closed"), "No closed service request is listed.")),
        new("old-request", e => BindRequest(e, e.Survey.Old, "No service request older than 90 days is listed.")),
        new("window", e => BindWindow(e)),
    ]).Concat<IGiven>(RequestGivens.All).Concat(PostGivens.All).ToDictionary(g => g.Name);

    static Unmet NoServices(Examination e) =>
        new(e.Survey.ServicesBlocker is { } b ? $"No service is known: {b.Reason}." : "The service list is empty.", BlockedBy: e.Survey.ServicesBlocker?.Requirement);

    internal static Unmet? Bind(Examination e, string name, string? value, Unmet? otherwise)
    {
        if (string.IsNullOrEmpty(value))
            return otherwise ?? new Unmet($"Nothing is known for {name}.");
        e.Variables[name] = value;
        return null;
    }

    internal static Unmet? BindRequest(Examination e, RequestItem? item, string otherwise)
    {
        if (item is null)
            return new(e.Survey.RequestsBlocker is { } b ? $"No service request is known: {b.Reason}." : otherwise, BlockedBy: e.Survey.RequestsBlocker?.Requirement);
        e.Variables["id"] = item.Id!;
        e.Variables["status"] = item.Status ?? "";
        e.Variables["other-status"] = item.Status == "open" ? "closed" : "open";
        e.Variables["service_code"] = item.ServiceCode ?? "";
        e.Variables["requested"] = item.Requested is { } instant ? Instants.Write(instant) : "";
        return null;
    }

    static Unmet? BindWindow(Examination e)
    {
        if (e.Survey.Window is not { } window)
            return new("No window of the past with service requests is known.", BlockedBy: e.Survey.RequestsBlocker?.Requirement);
        e.Variables["start"] = Instants.Write(window.Start);
        e.Variables["end"] = Instants.Write(window.End);
        return null;
    }

    sealed record Given(string Name, Func<Examination, Unmet?> Bind) : IGiven
    {
        public ValueTask<Unmet?> BindAsync(Examination examination) => ValueTask.FromResult(Bind(examination));
    }
}
