using Open311.Mock.WireMock.Checking;
using WireMock.Matchers;

namespace Open311.Mock.WireMock.Tests.Stubs;

public sealed class MatcherNamesTests
{
    [Test]
    public void The_matchers_of_texts_are_those_that_this_build_of_WireMock_Net_lets_match_a_text()
    {
        var types = new[] { typeof(RegexMatcher).Assembly, typeof(XPathMatcher).Assembly, typeof(JmesPathMatcher).Assembly }.Distinct().SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IMatcher).IsAssignableFrom(t)).ToArray();

        foreach (var name in MatcherNames.All)
            types.Should().Contain(t => t.Name == name);
        types.Where(t => MatcherNames.All.Contains(t.Name) && typeof(IStringMatcher).IsAssignableFrom(t)).Select(t => t.Name).Should().BeEquivalentTo(MatcherNames.OfTexts);
    }
}
