using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;
using Open311.Protocol;

namespace Open311.Conformance.Preflight;

/// <summary>The course of one preflight, from the service list to the reason why there is none.</summary>
internal sealed class PreflightCourse(Target target, Inquirer inquirer, TimeProvider clock, CancellationToken cancellation)
{
    const string CaseId = "preflight";

    static readonly Ask XmlServices = Ask.Services(DataFormat.Xml);
    static readonly Ask JsonServices = Ask.Services(DataFormat.Json);

    public async Task<PreflightResult> RunAsync()
    {
        var xml = await AskAsync(XmlServices);
        if (Diagnosis.OfConnection(xml) is { } unreachable)
            return await OtherSchemeAsync(xml) ?? unreachable;
        if (IsServices(xml))
            return await ReadyAsync(xml, DataFormat.Xml);
        if (Status(xml) is 401 or 403 || (Status(xml) is 400 && Glance.NamesKey(xml.Final.Answer!)))
            return await AccessAsync(xml);
        if (Status(xml) is 429)
            return Diagnosis.RateLimited(xml.Final);

        var json = await AskAsync(JsonServices);
        if (IsServices(json))
        {
            return await ReadyAsync(
                json, DataFormat.Json, $"The service list can be read in JSON only: {Told.What(xml.Final)}. XML is the required format, so its requirements will fail.");
        }

        var requests = await AskAsync(Ask.Requests(DataFormat.Xml));
        if (Look(requests) is Likeness.Requests or Likeness.NoRequests && Status(requests) is >= 200 and < 300)
            return Ready(requests, [$"There is no service list: {Told.What(xml.Final)}. What depends on it cannot be exercised."]);

        return await JurisdictionAsync(xml, json)
            ?? await OtherSchemeAsync(xml)
            ?? await LegacyAsync(xml)
            ?? await NeighboursAsync(xml)
            ?? Diagnosis.Of(xml, Neighbours.Of(target.Endpoint).Count);
    }

    async Task<PreflightResult> AccessAsync(Inquiry refused)
    {
        var status = Status(refused);
        if (target.ApiKey is null)
        {
            return new(
                PreflightState.AccessRefused,
                $"Reading is refused without a key: {Told.What(refused.Final)}.",
                "Open the reads to everybody, as the specification has it, or give a key with --api-key (or OPEN311_API_KEY) to test with.",
                []);
        }

        var withKey = await inquirer.FollowAsync(Request(AskUrl.Of(XmlServices, target.Endpoint, target, keyOnReads: true)), cancellation);
        return IsServices(withKey)
            ? Ready(withKey, [$"Reading is refused without a key ({status}) and works with the one given; the specification asks for a key only when writing."])
            : new(
                PreflightState.AccessRefused,
                $"Reading is refused without a key ({status}), and with the one given {Told.What(withKey.Final)}.",
                "Check that the key belongs to this endpoint and has not expired, and that the address you test from may read.",
                []);
    }

    // A port that speaks TLS hangs up on plain HTTP or says 400, and the other way round there is no TLS session.
    async Task<PreflightResult?> OtherSchemeAsync(Inquiry refused)
    {
        var given = target.Endpoint.OriginalString;
        var isTls = given.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        if (refused.Hops.Count > 0 || !(isTls ? refused.Final.Outcome == ExchangeOutcome.TlsFailed : refused.Final.Outcome is ExchangeOutcome.NoAnswer or ExchangeOutcome.Broken || Status(refused) == 400))
            return null;

        var other = ProbeUrl.Exact($"{(isTls ? "http" : "https")}{given[given.IndexOf(':', StringComparison.Ordinal)..]}");

        // Credentials that were given for TLS are not for the open line.
        var url = AskUrl.Of(XmlServices, other, target with { ExtraQuery = [] }, keyOnReads: false);
        var found = (await inquirer.AskAsync(new ProbeRequest { Url = url, CaseId = CaseId }, cancellation))[^1];
        return !IsServices(found) ? null : new(
            isTls ? PreflightState.TlsFailed : PreflightState.WrongBasePath,
            $"The port speaks {(isTls ? "plain HTTP" : "TLS")}, not {(isTls ? "TLS" : "plain HTTP")}: {Told.What(refused.Final)}, while {Told.What(found)}.",
            $"Run the check with {other.OriginalString}.",
            []);
    }

    async Task<PreflightResult?> JurisdictionAsync(params Inquiry[] asked)
    {
        var named = asked.FirstOrDefault(i => i.Final is { Outcome: ExchangeOutcome.Answered, Answer: { } answer } && Glance.NamesJurisdiction(answer));
        if (target.Jurisdictions.Count == 0)
        {
            return named is null ? null : new(
                PreflightState.JurisdictionNeeded,
                $"The endpoint asks for a jurisdiction: without one {Told.What(named.Final)} that names it.",
                "Give the jurisdiction id with --jurisdiction ID.",
                []);
        }

        if (named is null && Status(asked[0]) is not (400 or 404))
            return null;
        var without = await AskAsync(XmlServices with { Jurisdiction = "" });
        var works = IsServices(without);
        return named is null && !works ? null : new(
            PreflightState.JurisdictionUnknown,
            $"The jurisdiction '{Shown.Brief(target.Jurisdictions[0])}' is not known there: {Told.What((named ?? asked[0]).Final)}{(works ? ", while the service list comes without a jurisdiction" : "")}.",
            works ? "Leave --jurisdiction out, or give the id this endpoint uses." : "Give the jurisdiction id this endpoint uses.",
            []);
    }

    async Task<PreflightResult?> LegacyAsync(Inquiry xml)
    {
        var found = Look(xml) == Likeness.LegacyV1 ? xml : await AskAsync(new Ask { Resource = ResourceKind.Unknown, Path = "service_list" });
        return Look(found) != Likeness.LegacyV1 ? null : new(
            PreflightState.LegacyV1,
            $"This is a GeoReport v1 endpoint: {Told.What(found.Final)}. GeoReport v1 is deprecated and never certified (V1-DET-001).",
            "Give the base URL of the GeoReport v2 endpoint, if there is one.",
            []);
    }

    async Task<PreflightResult?> NeighboursAsync(Inquiry xml)
    {
        // Nothing more is asked of a server that is in trouble or wants to be left alone.
        if (Status(xml) is >= 500 || xml.Final.Outcome != ExchangeOutcome.Answered)
            return null;

        foreach (var neighbour in Neighbours.Of(target.Endpoint))
        {
            // Redirects are not followed here: they might lead to another host.
            var last = (await inquirer.AskAsync(Request(AskUrl.Of(XmlServices, neighbour, target, keyOnReads: false)), cancellation))[^1];
            if (IsServices(last))
            {
                return new(
                    PreflightState.WrongBasePath,
                    $"There is no GeoReport v2 endpoint at {target.Endpoint.OriginalString} ({Told.What(xml.Final)}), but there is one at {neighbour.OriginalString}.",
                    $"Run the check with {neighbour.OriginalString}.",
                    []);
            }

            if (last.Outcome is not (ExchangeOutcome.Answered or ExchangeOutcome.NotRecorded) || last.Answer?.Status == 429)
                break;
        }

        return null;
    }

    async Task<PreflightResult> ReadyAsync(Inquiry services, DataFormat format, params string[] notes)
    {
        var found = new List<string>(notes);
        if (Look(services) == Likeness.NoServices)
        {
            found.Add($"The city has no services{(target.Jurisdictions.Count > 0 ? $" for the jurisdiction '{Shown.Brief(target.Jurisdictions[0])}'" : "")}: what depends on one cannot be exercised.");
        }

        var requests = await AskAsync(Ask.Requests(format));
        if (Status(requests) is >= 200 and < 300 && Look(requests) is Likeness.NoRequests or Likeness.NoServices)
            found.Add("The city has no service requests in the default range: what depends on one cannot be exercised.");
        return Ready(services, found);
    }

    PreflightResult Ready(Inquiry inquiry, IReadOnlyList<string> notes) =>
        new(PreflightState.Ready, $"{Told.What(inquiry.Final)}.", null, [.. notes, .. PreflightNotes.About(inquiry, clock)]);

    ValueTask<Inquiry> AskAsync(Ask ask) => inquirer.FollowAsync(Request(AskUrl.Of(ask, target.Endpoint, target, keyOnReads: false)), cancellation);

    // The very request the cases send, so that the answer is shared.
    ProbeRequest Request(Uri url) => new()
    {
        Url = url,
        Headers = [.. target.ExtraHeaders.Select(h => new HeaderField(h.Key, h.Value))],
        CaseId = CaseId,
    };

    static bool IsServices(Inquiry inquiry) => IsServices(inquiry.Final);

    static bool IsServices(Exchange exchange) => exchange.Answer is { } answer && Glance.At(answer) switch
    {
        Likeness.Services => true,
        Likeness.NoServices => answer.Status is >= 200 and < 300,
        _ => false,
    };

    static int? Status(Inquiry inquiry) => inquiry.Final.Outcome == ExchangeOutcome.Answered ? inquiry.Final.Answer?.Status : null;

    static Likeness? Look(Inquiry inquiry) => inquiry.Final.Answer is { } answer ? Glance.At(answer) : null;
}
