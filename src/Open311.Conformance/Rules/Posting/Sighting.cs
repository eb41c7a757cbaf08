using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Posting;

/// <summary>What reading a posted report back gave.</summary>
/// <param name="Id">The id asked for; null when none is known.</param>
/// <param name="Reply">The last answer; null when nothing was asked.</param>
/// <param name="Item">The request; null when it did not come.</param>
sealed record Sighting(string? Id, Reply? Reply, RequestItem? Item);
