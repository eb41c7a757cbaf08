using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>service_code and location of a report come back as they were sent.</summary>
sealed class PostedKeepsItsSubject : IRule
{
    public const string Requirement = "GR2-CON-010";

    public string Name => "posted-keeps-its-subject";

    public async Task JudgeAsync(Examination e)
    {
        foreach (var (posted, seen) in await ReadBack.AllAsync(e, Requirement, e.Posts.Log).ConfigureAwait(false))
            Judge(e, Requirement, posted, seen);
    }

    /// <summary>Judges one report under the requirement that speaks of it; a changed place may follow <paramref name="from"/> another that it violates already.</summary>
    public static void Judge(Examination e, string requirement, Posted posted, Sighting seen, string? from = null)
    {
        var item = seen.Item!;
        if (item.ServiceCode is null)
            e.Inconclusive(requirement, $"Could not be exercised: {Where.Of(seen.Reply!)} has no service_code.", "GR2-REQS-006", seen.Reply);
        else if (!SameId.Instance.Equals(item.ServiceCode, posted.ServiceCode) || (IsText(e, seen) && item.ServiceCode != posted.ServiceCode))
            e.Violated(requirement, $"The report for {posted.ServiceCode} comes back as one for {item.ServiceCode}.", posted.ServiceCode, item.ServiceCode, seen.Reply, item.Node.Child("service_code"));
        else
            e.Pass(requirement, "The service_code comes back unchanged.", seen.Reply);
        JudgePlace(e, requirement, posted, seen, from);
    }

    // XML keeps the zeros that JSON may lose (GR2-JSON-007).
    static bool IsText(Examination e, Sighting seen) => e.Survey.Primary == Protocol.DataFormat.Xml && seen.Reply?.Ask.Format == Protocol.DataFormat.Xml;

    static void JudgePlace(Examination e, string requirement, Posted posted, Sighting seen, string? from)
    {
        var node = seen.Item!.Node;
        if (Geo.Point(posted.Field("lat"), posted.Field("long")) is not { } sent)
        {
            // Posted by address: either an address or a position must have come of it.
            if (posted.Field("address_string") is not null && node.Value("address") is null && Geo.Point(node.Value("lat"), node.Value("long")) is null && ReadBack.IsPublished(e, "address"))
                e.Violated(requirement, "The report with an address comes back with neither address nor position.", posted.Field("address_string"), "no location", seen.Reply, node);
            return;
        }

        // Accepted although no such place exists: that is told, and nothing could come back unchanged.
        if (Math.Abs(sent.Lat) > 90 || Math.Abs(sent.Long) > 180)
            return;

        var text = $"{node.Value("lat")}, {node.Value("long")}";
        if (Geo.Point(node.Value("lat"), node.Value("long")) is not { } back)
        {
            if (!ReadBack.IsPublished(e, "lat"))
                e.Inconclusive(requirement, "Could not be exercised: no listed request has coordinates.", reply: seen.Reply);
            else
                e.Violated(requirement, $"The report at {sent.Lat}, {sent.Long} comes back without coordinates.", FormattableString.Invariant($"{sent.Lat}, {sent.Long}"), text, seen.Reply, node);
            return;
        }

        var metres = Geo.Metres(sent, back);
        if (Math.Abs(sent.Lat - back.Lat) <= 0.0001 && Math.Abs(sent.Long - back.Long) <= 0.0001)
            e.Pass(requirement, "The coordinates come back unchanged.", seen.Reply);
        else if (metres <= 100)
            e.Warn(requirement, $"The report comes back {metres:0} m away.", FormattableString.Invariant($"{sent.Lat}, {sent.Long}"), text, seen.Reply, node.Child("lat"));
        else
            e.Violated(requirement, $"The report comes back {metres:0} m away.", FormattableString.Invariant($"{sent.Lat}, {sent.Long}"), text, seen.Reply, node.Child("lat"), from);
    }
}
