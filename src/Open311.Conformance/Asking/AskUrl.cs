using System.Text;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Asking;

/// <summary>Turns a question into the exact URL to send.</summary>
static class AskUrl
{
    static readonly UriCreationOptions exact = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Of(Ask ask, Uri baseUrl, Target target, bool keyOnReads)
    {
        var url = new StringBuilder(baseUrl.OriginalString.TrimEnd('/'));
        var existingQuery = "";
        if (url.ToString().IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark)
        {
            existingQuery = url.ToString(mark + 1, url.Length - mark - 1);
            url.Length = mark;
        }

        url.Append('/').Append(ask.Path);
        var query = new List<string>();
        if (existingQuery.Length > 0)
            query.Add(existingQuery);
        query.AddRange(ask.Query.Select(a => Pair(target.ZonelessDates ? WithoutZone(a) : a)));

        if (ask.Resource != ResourceKind.Discovery)
        {
            // A POST names its jurisdiction and its key in the form.
            var isPost = ask.Resource == ResourceKind.Posted;
            var jurisdiction = ask.Jurisdiction ?? target.Jurisdictions.FirstOrDefault() ?? "";
            if (jurisdiction.Length > 0 && !isPost)
                query.Add(Pair(KeyValuePair.Create("jurisdiction_id", jurisdiction)));
            query.AddRange(target.ExtraQuery.Where(q => !(ask.Anonymous && Credentials.Are(q.Key))).Select(Pair));
            if ((ask.WithKey || (keyOnReads && !ask.Anonymous && !isPost && !Credentials.InHeader(target))) && target.ApiKey is { } key)
                query.Add(Pair(KeyValuePair.Create("api_key", key)));
        }

        if (query.Count > 0)
            url.Append('?').AppendJoin('&', query);
        return new Uri(url.ToString(), exact);
    }

    static KeyValuePair<string, string> WithoutZone(KeyValuePair<string, string> argument) =>
        argument is { Key: "start_date" or "end_date" or "updated_after" or "updated_before", Value: [.., 'Z'] } ? KeyValuePair.Create(argument.Key, argument.Value[..^1]) : argument;

    // Clients write the comma of a list and the colon of a date as they are; both are legal in a query.
    static string Pair(KeyValuePair<string, string> argument) =>
        $"{Uri.EscapeDataString(argument.Key)}={Uri.EscapeDataString(argument.Value).Replace("%2C", ",").Replace("%3A", ":")}";
}
