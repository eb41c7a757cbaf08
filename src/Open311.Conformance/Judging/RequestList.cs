using Open311.Conformance.Asking;

namespace Open311.Conformance.Judging;

/// <summary>A readable list of service requests.</summary>
/// <param name="Reply">The reply it stands in.</param>
/// <param name="Items">Its items.</param>
public sealed record RequestList(Reply Reply, IReadOnlyList<RequestItem> Items)
{
    /// <summary>The ids listed.</summary>
    public IReadOnlySet<string> Ids { get; } = Items.Select(i => i.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
