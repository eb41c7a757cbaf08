namespace Open311.Mock.WireMock.Checking;

/// <summary>The matchers that this build of WireMock.Net has, and what they look at.</summary>
internal static class MatcherNames
{
    /// <summary>Those that look at a text, and so can match paths, headers and parameters. WireMock.Net drops any other there without a word.</summary>
    public static readonly IReadOnlySet<string> OfTexts = new HashSet<string>
    {
        "ContentTypeMatcher", "ExactMatcher", "FormUrlEncodedMatcher", "JmesPathMatcher", "JsonPathMatcher", "NotNullOrEmptyMatcher", "RegexMatcher", "SimMetricsMatcher",
        "WildcardMatcher", "XPathMatcher",
    };

    /// <summary>Those that compare with a JSON value of any shape.</summary>
    public static readonly IReadOnlySet<string> OfJson = new HashSet<string>
    {
        "JsonMatcher", "JsonPartialMatcher", "JsonPartialWildcardMatcher", "SystemTextJsonMatcher", "SystemTextJsonPartialMatcher", "SystemTextJsonPartialWildcardMatcher",
    };

    /// <summary>Those that make sense for a path or a URL.</summary>
    public static readonly IReadOnlySet<string> OfPaths = new HashSet<string> { "ExactMatcher", "RegexMatcher", "SimMetricsMatcher", "WildcardMatcher" };

    /// <summary>The same and the one that lets everything pass, which is told apart from those that are left out.</summary>
    public static readonly IReadOnlySet<string> OfPathsOrAny = new HashSet<string>([.. OfPaths, "NotNullOrEmptyMatcher"]);

    public static readonly IReadOnlySet<string> All = new HashSet<string>([.. OfTexts, .. OfJson, "ExactObjectMatcher"]);

    static readonly IReadOnlySet<string> Elsewhere = new HashSet<string> { "CSharpCodeMatcher", "GraphQLMatcher", "LinqMatcher", "MimePartMatcher", "ProtoBufMatcher", "SystemTextJsonPathMatcher" };

    public static string Refusal(string name)
    {
        if (Elsewhere.Contains(name))
            return $"{name} needs a part of WireMock.Net that is not in this build; match by a RegexMatcher or a JsonPathMatcher instead.";
        var nearest = All.MinBy(n => Members.Distance(n.ToUpperInvariant(), name.ToUpperInvariant()))!;
        var hint = Members.Distance(nearest.ToUpperInvariant(), name.ToUpperInvariant()) <= 4 ? $"did you mean {nearest}?" : $"known are {string.Join(", ", All.Order(StringComparer.Ordinal))}.";
        return $"'{Texts.Shown(name)}' is no matcher of WireMock.Net; {hint}";
    }
}
