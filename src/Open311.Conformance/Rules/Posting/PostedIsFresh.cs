using Open311.Conformance.Exchanges;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>A fresh report bears the time of its POST and is open.</summary>
sealed class PostedIsFresh : IRule
{
    const string Requirement = "GR2-CON-012";
    const double Fine = 10;
    const double Tolerated = 30;

    public string Name => "posted-is-fresh";

    public async Task JudgeAsync(Examination e)
    {
        foreach (var (posted, seen) in await ReadBack.AllAsync(e, Requirement, e.Posts.Log).ConfigureAwait(false))
        {
            JudgeTime(e, posted, seen);
            if (seen.Item!.Status is { } status && status != "open")
                e.Warn(Requirement, $"A report just made has the status {status}.", "open", status, seen.Reply, seen.Item.Node.Child("status"));
        }
    }

    static void JudgeTime(Examination e, Posted posted, Sighting seen)
    {
        var node = seen.Item!.Node.Child("requested_datetime");
        if (seen.Item.Requested is not { } requested)
        {
            e.Inconclusive(Requirement, $"Could not be exercised: {Where.Of(seen.Reply!)} has no requested_datetime that can be read.", node is null ? "GR2-REQS-008" : "GR2-DATE-001", seen.Reply);
            return;
        }

        // The server's clock or ours, whichever is nearer: a clock that is off is no wrong date.
        var made = HttpDate.TryParse(posted.Reply.Answer?.Header("Date"), out var date) && (requested - date).Duration() < (requested - posted.Sent).Duration() ? date : posted.Sent;
        var minutes = Math.Abs((requested - made).TotalMinutes);
        var hours = minutes / 60;
        var zone = minutes > Tolerated && Math.Abs((hours * 2) - Math.Round(hours * 2)) < 0.05 ? " That is a whole number of half hours: the time zone is wrong." : "";
        var message = $"A report made at {Instants.Write(made)} is dated {node!.Text}, {minutes:0} minutes off.{zone}";
        if (minutes <= Fine)
            e.Pass(Requirement, "requested_datetime is the time of the POST.", seen.Reply);
        else if (minutes < Tolerated)
            e.Warn(Requirement, message, Instants.Write(made), node.Text, seen.Reply, node);
        else
            e.Violated(Requirement, message, Instants.Write(made), node.Text, seen.Reply, node);
    }
}
