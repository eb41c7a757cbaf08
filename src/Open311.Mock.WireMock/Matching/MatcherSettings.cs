using WireMock.Admin.Mappings;
using WireMock.Matchers;

namespace Open311.Mock.WireMock.Matching;

/// <summary>What a matcher does with its patterns.</summary>
internal sealed record MatcherSettings(bool IgnoreCase, MatchBehaviour Behaviour, MatchOperator Operator)
{
    public static MatcherSettings Of(MatcherModel model) => new(
        model.IgnoreCase == true,
        model.RejectOnMatch == true ? MatchBehaviour.RejectOnMatch : MatchBehaviour.AcceptOnMatch,
        Enum.TryParse<MatchOperator>(model.MatchOperator, out var parsed) ? parsed : MatchOperator.Or);
}
