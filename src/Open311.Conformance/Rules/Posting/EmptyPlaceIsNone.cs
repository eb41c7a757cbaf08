using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Posting;

/// <summary>A report with an address and empty coordinates is not put where the equator meets the zero meridian.</summary>
sealed class EmptyPlaceIsNone : IRule
{
    const string Requirement = "GR2-OPT-003";
    const string Posts = "post-empty-coordinates-beside-an-address";

    public string Name => "empty-place-is-none";

    public async Task JudgeAsync(Examination e)
    {
        if (!e.Posts.Of(Posts).Any(p => p.Accepted))
            return;
        foreach (var (_, seen) in await ReadBack.AllAsync(e, Requirement, e.Posts.Of(Posts)).ConfigureAwait(false))
        {
            var node = seen.Item!.Node;
            if (Geo.Point(node.Value("lat"), node.Value("long")) is (0, 0))
                e.Violated(Requirement, "A report with an address and empty lat and long is stored at 0, 0.", "no coordinates, or those of the address", "0, 0", seen.Reply, node.Child("lat"));
            else
                e.Pass(Requirement, "Empty coordinates are not stored as 0, 0.", seen.Reply);
        }
    }
}
