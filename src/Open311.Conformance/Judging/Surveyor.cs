using Open311.Conformance.Asking;
using Open311.Conformance.Shapes;
using Open311.Conformance.Targets;
using Open311.Protocol;

namespace Open311.Conformance.Judging;

/// <summary>Gathers the <see cref="Survey"/>.</summary>
sealed class Surveyor(Conversation conversation, ShapeBook shapes, RunSettings settings, DateTimeOffset now, CancellationToken cancellation)
{
    // With fewer requests than this many filters cannot be tried, so that earlier ones are looked for.
    const int Few = 5;
    static readonly TimeSpan ninetyDays = TimeSpan.FromDays(90);
    static readonly TimeSpan settling = TimeSpan.FromHours(1);
    readonly List<string> asked = [];
    readonly List<string> notes = [];
    DataFormat primary;

    public IReadOnlyList<string> Asked => asked;

    /// <summary>Whether a recording made by others holds JSON, so that there is something to judge of it.</summary>
    public bool HoldsJson { get; init; }

    public async Task<Survey> SurveyAsync()
    {
        var xmlServices = await AskAsync(Ask.Services(DataFormat.Xml)).ConfigureAwait(false);
        if (xmlServices.Status is 401 or 403 && conversation.Target.ApiKey is not null)
        {
            conversation.KeyOnReads = true;
            notes.Add($"The endpoint refuses reads without a key ({xmlServices.Status}); the run went on with the operator's key.");
            xmlServices = await AskAsync(Ask.Services(DataFormat.Xml)).ConfigureAwait(false);
        }

        var discovery = await new DiscoveryFinder(conversation, shapes, asked, cancellation).FindAsync().ConfigureAwait(false);
        var (json, jsonReason) = await JudgesJsonAsync(discovery).ConfigureAwait(false);
        var servicesReply = xmlServices;
        if (!IsList(xmlServices) && await AskAsync(Ask.Services(DataFormat.Json)).ConfigureAwait(false) is var jsonServices && IsList(jsonServices))
        {
            primary = DataFormat.Json;
            servicesReply = jsonServices;
            notes.Add("The service list cannot be read in XML; facts about the endpoint were taken from JSON.");
        }

        var services = IsList(servicesReply) ? shapes.Read(servicesReply)!.Items.Select(n => new ServiceItem(n)).ToList() : [];
        var defaultReply = await AskAsync(Ask.Requests(primary)).ConfigureAwait(false);
        var defaultList = List(defaultReply);
        IReadOnlyList<RequestItem> known = Known(defaultList);
        var older = await OlderAsync(known).ConfigureAwait(false);
        if (known.Count < Few && older.Count > 0)
        {
            notes.Add($"The request list without arguments {(known.Count == 0 ? "is empty" : $"holds {known.Count}")}; requests of earlier windows were used ({older.Count}).");
            known = [.. known.Concat(older).DistinctBy(i => i.Id).OrderByDescending(i => i.Requested)];
        }

        var settled = SettledAt(known);

        var old = older.Concat(known).FirstOrDefault(i => i.Requested < now - ninetyDays - TimeSpan.FromDays(1));
        var codes = services.Select(s => s.Code).OfType<string>().ToList();
        var random = Seeded.Of(settings.Seed, "survey");
        return new Survey
        {
            Primary = primary,
            Discovery = discovery,
            JsonJudged = json,
            JsonReason = jsonReason,
            ServicesBlocker = IsList(servicesReply) ? null : BlockerOf(servicesReply, "services"),
            Services = services,
            DefinedCodes = Sample(services, true, random),
            PlainCodes = Sample(services, false, random),
            RequestsBlocker = defaultList is null ? BlockerOf(defaultReply, "requests") : null,
            DefaultList = defaultList,
            Known = known,
            Settled = settled,
            Old = old,
            Window = await WindowAsync(known, settled).ConfigureAwait(false),
            UnknownCode = Mimic.Unlike(codes, random),
            UnknownId = await FreeIdAsync(known, random).ConfigureAwait(false),
            Nonce = $"nonce{random.Next(100_000, 999_999)}",
            Notes = notes,
        };
    }

    async Task<(bool Judged, string Reason)> JudgesJsonAsync(DiscoveryFacts discovery)
    {
        if (conversation.Target.Classes.Contains("read-json"))
            return (true, "The operator asked for the class read-json.");
        if (HoldsJson)
            return (true, "The recording holds answers in JSON.");
        if (discovery.Own is { } own)
            return own.OffersJson ? (true, "Discovery advertises application/json for the endpoint.") : (false, "Discovery does not advertise application/json for the endpoint.");
        var meant = discovery.Endpoints.Where(e => e.MeansGeoReportV2).ToList();
        if (meant.Count > 0)
        {
            return meant.Any(e => e.OffersJson)
                ? (true, "Discovery does not list the endpoint itself; a GeoReport v2 endpoint that it lists offers application/json.")
                : (false, "Discovery lists no GeoReport v2 endpoint that offers application/json.");
        }

        var reply = await AskAsync(Ask.Services(DataFormat.Json)).ConfigureAwait(false);
        return reply.Succeeded && Sniff.Of(reply.Answer!.Body.Span) == Sniffed.Json
            ? (true, "No readable discovery tells which formats are offered, and services.json answers with JSON.")
            : (false, "No readable discovery tells which formats are offered, and services.json does not answer with JSON.");
    }

    bool IsList(Reply reply) => reply.Succeeded && Blocker.OfDocument(reply) is null && shapes.Read(reply) is { Recognised: true };

    static Blocker BlockerOf(Reply reply, string what)
    {
        if (Blocker.OfDocument(reply) is { } blocker)
            return blocker;
        return reply.Succeeded
            ? new(reply.Ask.Format == DataFormat.Xml ? "GR2-XML-002" : "GR2-JSON-002", $"{what} is no list that can be read")
            : new(reply.Status is 401 or 403 ? "GR2-KEY-001" : what == "services" ? "GR2-SVC-001" : "GR2-REQS-001", $"{what}.{reply.Ask.Format!.Value.Extension()} was answered {reply.Status}");
    }

    RequestList? List(Reply reply) => IsList(reply) ? new(reply, shapes.Read(reply)!.Requests) : null;

    static List<RequestItem> Known(RequestList? list) =>
        list is null ? [] : [.. list.Items.Where(i => i.Id is not null).DistinctBy(i => i.Id).OrderByDescending(i => i.Requested)];

    DateTimeOffset SettledAt(IReadOnlyList<RequestItem> known)
    {
        var before = now - settling;
        if (known.Count == 0 || known.Any(i => i.Requested is null || i.Requested < before))
            return before;
        return Instants.Second(known.Max(i => i.Requested!.Value)) + TimeSpan.FromSeconds(1) is var newest && newest > now ? newest : now;
    }

    // Windows of 89 days (or as the endpoint answers them) further and further back, until enough is known.
    async Task<IReadOnlyList<RequestItem>> OlderAsync(IReadOnlyList<RequestItem> known)
    {
        var reach = known.Count < Few ? 5 : 2;
        var found = new List<RequestItem>();
        for (var step = 1; step <= reach; step++)
        {
            // Where enough is known, only what is older than 90 days is of interest, however short the windows are.
            var longest = conversation.Target.MaxWindowDays;
            var end = Instants.Second(now) - TimeSpan.FromDays(known.Count < Few ? (longest * step) + 2 : 92 + (longest * (step - 1)));
            var reply = await AskAsync(Ask.Requests(primary, ("start_date", Instants.Write(end - conversation.Target.Window(longest))), ("end_date", Instants.Write(end))).For(Purpose.Open)).ConfigureAwait(false);
            found.AddRange(Known(List(reply)));
            if (found.Count > 0 && known.Count + found.Count >= Few)
                break;
        }

        return [.. found.DistinctBy(i => i.Id)];
    }

    async Task<RequestWindow?> WindowAsync(IReadOnlyList<RequestItem> known, DateTimeOffset settled)
    {
        var dated = known.Where(i => i.Requested < settled).OrderBy(i => i.Requested).ToList();
        if (dated.Count == 0)
            return null;
        var first = dated.Count / 4;
        var last = Math.Min(Math.Max(first, (dated.Count * 3 / 4) - 1), first + 60);
        var start = Instants.Second(dated[first].Requested!.Value) - TimeSpan.FromSeconds(1);
        var end = Instants.Second(dated[last].Requested!.Value) + TimeSpan.FromSeconds(2);
        var longest = conversation.Target.Window(80);
        if (end - start > longest)
            end = start + longest;
        var reply = await AskAsync(Ask.Requests(primary, ("start_date", Instants.Write(start)), ("end_date", Instants.Write(end)))).ConfigureAwait(false);
        return List(reply) is { Items.Count: > 0 } list ? new RequestWindow(start, end, list) : null;
    }

    async Task<string?> FreeIdAsync(IReadOnlyList<RequestItem> known, Random random)
    {
        var ids = known.Select(i => i.Id!).ToList();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var candidate = Mimic.Unlike(ids, random);
            var reply = await AskAsync(Ask.Requests(primary, ("service_request_id", candidate)).For(Purpose.Open)).ConfigureAwait(false);
            if (reply.Arrived ? reply.Status is 404 or 400 || Lacks(reply, candidate) : await LacksSingleAsync(candidate).ConfigureAwait(false))
                return candidate;
        }

        return null;
    }

    // Where a recording does not hold the list of one id, the resource of that id tells as well, be it that it answers with another request.
    async Task<bool> LacksSingleAsync(string candidate)
    {
        var single = await AskAsync(Ask.Request(candidate, primary).For(Purpose.Open)).ConfigureAwait(false);
        return single.Arrived && (single.Status is 404 or 400 || Lacks(single, candidate));
    }

    bool Lacks(Reply reply, string id) => List(reply) is { } list && !list.Ids.Contains(id);

    IReadOnlyList<string> Sample(List<ServiceItem> services, bool metadata, Random random)
    {
        var codes = services.Where(s => s.Metadata == metadata && s.Code is not null).Select(s => s.Code!).Distinct().ToList();
        if (codes.Count <= settings.MaxDefinitions)
            return codes;
        notes.Add($"{settings.MaxDefinitions} of {codes.Count} definitions of services with metadata={(metadata ? "true" : "false")} were read, chosen by seed {settings.Seed}.");
        var chosen = codes.OrderBy(_ => random.Next()).Take(settings.MaxDefinitions).ToHashSet();
        return [.. codes.Where(chosen.Contains)];
    }

    async Task<Reply> AskAsync(Ask ask)
    {
        var reply = await conversation.AskAsync(ask, "survey", cancellation).ConfigureAwait(false);
        asked.AddRange(reply.Inquiry.All.Select(e => e.Request.Key));
        return reply;
    }
}
