using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Transport;

sealed class SpecialIdentifiers : IRule
{
    const string Requirement = "GR2-HTTP-012";
    const int MostIds = 3;
    const int MostFilters = 4;

    public string Name => "special-identifiers";

    public async Task JudgeAsync(Examination examination)
    {
        var survey = examination.Survey;
        foreach (var code in survey.Services.Select(s => s.Code).OfType<string>().Where(c => c.Contains('/')).Take(1))
            examination.Warn(Requirement, $"The service_code \"{code}\" holds a slash, which many servers and proxies refuse even when it is encoded.", "codes without a slash", code);

        await PathsAsync(examination, survey.DefinedCodes, int.MaxValue, "service_code", c => Ask.Definition(c, examination.Reading), "GR2-SVC-011").ConfigureAwait(false);
        var ids = survey.Known.Select(i => i.Id!).ToList();
        await PathsAsync(examination, ids, MostIds, "service_request_id", i => Ask.Request(i, examination.Reading), "GR2-REQ-001").ConfigureAwait(false);
        await FilterAsync(examination).ConfigureAwait(false);
        if (!examination.Record.Has(Requirement, examination.Format))
            examination.NotApplicable(Requirement, "No identifier with reserved or non-ASCII characters occurs in the data.");
    }

    static async Task PathsAsync(Examination e, IReadOnlyList<string> known, int most, string field, Func<string, Ask> asking, string existence)
    {
        foreach (var identifier in most < known.Count ? SpecialText.Varied(known, most) : known.Where(SpecialText.Is))
        {
            var reply = await e.AskAsync(asking(identifier)).ConfigureAwait(false);
            if (!e.Answered(reply, Requirement))
                continue;
            if (reply.Succeeded)
                e.Pass(Requirement, $"The {field} \"{identifier}\" can be asked for.", reply);
            else if (Comparable(e, known, identifier) is { } usual && (await e.AskAsync(asking(usual)).ConfigureAwait(false)).Succeeded)
                e.Violated(Requirement, $"The {field} \"{identifier}\" cannot be asked for: {Where.Of(reply)} is answered {reply.Status}, while \"{usual}\" is found.", "200", $"{reply.Status} {reply.Excerpt()}", reply);
            else
                e.Inconclusive(Requirement, $"{Where.Of(reply)} is answered {reply.Status}, and no {field} without special characters is known to compare with.", existence, reply);
        }
    }

    // Of the same service and status, where there is one: what else may be missing is no matter of characters.
    static string? Comparable(Examination e, IReadOnlyList<string> known, string identifier)
    {
        var own = e.Survey.Known.FirstOrDefault(i => i.Id == identifier);
        return known.Where(k => !SpecialText.Is(k))
            .OrderByDescending(k => own is not null && e.Survey.Known.First(i => i.Id == k) is var other ? (other.Status == own.Status ? 2 : 0) + (other.ServiceCode == own.ServiceCode ? 1 : 0) : 0)
            .FirstOrDefault();
    }

    static async Task FilterAsync(Examination e)
    {
        // A comma separates the values of the argument, so such a code cannot be sent as one.
        var dated = e.Survey.Known.Where(i => i is { ServiceCode: not null, Requested: not null } && !i.ServiceCode.Contains(',')).ToList();
        foreach (var code in SpecialText.Varied(dated.Select(i => i.ServiceCode!), MostFilters))
            await FilterAsync(e, dated, dated.First(i => i.ServiceCode == code)).ConfigureAwait(false);
    }

    static async Task FilterAsync(Examination e, List<RequestItem> dated, RequestItem item)
    {
        var (found, reply) = await IsFoundAsync(e, item).ConfigureAwait(false);
        if (found is null)
            return;
        if (found.Value)
            e.Pass(Requirement, $"The service_code \"{item.ServiceCode}\" can be filtered by.", reply);
        else if (dated.FirstOrDefault(i => !SpecialText.Is(i.ServiceCode!)) is { } usual && (await IsFoundAsync(e, usual).ConfigureAwait(false)).Found == true)
            e.Violated(Requirement, $"{Where.Of(reply)} does not list {item.Id}, which has that code.", item.Id, "a list without it", reply);
        else
            e.Inconclusive(Requirement, $"{Where.Of(reply)} does not list {item.Id}, and no code without special characters is known to compare with.", reply: reply);
    }

    static async Task<(bool? Found, Reply Reply)> IsFoundAsync(Examination e, RequestItem item)
    {
        var hour = TimeSpan.FromHours(1);
        var reply = await e.AskAsync(Ask.Requests(
            e.Reading,
            ("service_code", item.ServiceCode!),
            ("start_date", Instants.Write(item.Requested!.Value - hour)),
            ("end_date", Instants.Write(item.Requested.Value + hour)))).ConfigureAwait(false);
        if (!e.Answered(reply, Requirement))
            return (null, reply);
        if (!reply.Succeeded)
            return (false, reply);
        return e.Readable(reply, Requirement) && e.Items(reply, Requirement) is { } list ? (list.Ids.Contains(item.Id!), reply) : (null, reply);
    }
}
