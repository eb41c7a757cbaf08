using System.Text.Json.Nodes;
using WireMock.Admin.Mappings;
using WireMock.Matchers;

namespace Open311.Mock.WireMock.Checking;

/// <summary>Looks at what a mapping asks of a call: nothing may be there that WireMock.Net would drop, for then the mapping matches more than it says.</summary>
internal static class RequestCheck
{
    /// <exception cref="Stubs.StubException">It would match something else than it says.</exception>
    public static void Check(JsonNode? node, Place place)
    {
        var members = Members.Of(node, typeof(RequestModel), place);
        var path = members.GetValueOrDefault("Path");
        var url = members.GetValueOrDefault("Url");
        if (path is null && url is null)
            throw place.Refused("There is neither Path nor Url, so that WireMock.Net would answer every call with it; write a Path, or \"/*\" if every call is meant.");
        if (path is not null && url is not null)
            throw place.Refused("Path and Url are given, and WireMock.Net would look at Path alone; leave one.");
        Members.OneOf<MatchOperator>(members, "MethodsMatchOperator", place);
        Location(path ?? url, place.Member(path is null ? "Url" : "Path"), path is null);
        Methods(members.GetValueOrDefault("Methods"), place.Member("Methods"));
        Named(members.GetValueOrDefault("Headers"), typeof(HeaderModel), place.Member("Headers"), "a header");
        Named(members.GetValueOrDefault("Cookies"), typeof(CookieModel), place.Member("Cookies"), "a cookie");
        Named(members.GetValueOrDefault("Params"), typeof(ParamModel), place.Member("Params"), "a parameter");
        if (members.GetValueOrDefault("Body") is { } body)
            Body(body, place.Member("Body"));
        if (members.GetValueOrDefault("ClientIP") is JsonObject address)
            MatcherCheck.All(Members.Of(address, typeof(ClientIPModel), place.Member("ClientIP")).GetValueOrDefault("Matchers"), place.Member("ClientIP.Matchers"), MatcherNames.OfTexts, "an address");
    }

    static void Location(JsonNode? node, Place place, bool isUrl)
    {
        IReadOnlyList<CheckedMatcher> matchers;
        string? with = null;
        if (node is JsonObject)
        {
            var members = Members.Of(node, isUrl ? typeof(UrlModel) : typeof(PathModel), place);
            Members.OneOf<MatchOperator>(members, "MatchOperator", place);
            with = members.GetValueOrDefault("MatchOperator")?.GetValue<string>();
            var list = members.GetValueOrDefault("Matchers")
                ?? throw place.Refused("There are no Matchers, so that WireMock.Net would answer every call with it; write them, or \"/*\" if every call is meant.");
            matchers = MatcherCheck.All(list, place.Member("Matchers"), MatcherNames.OfPathsOrAny, isUrl ? "a URL" : "a path");
        }
        else
        {
            var text = Members.Text(node, place);
            if (!isUrl && !text.StartsWith('/') && text is not "*")
                throw place.Refused($"Received '{Texts.Shown(text)}', expected a path that begins with a slash.");
            matchers = [new CheckedMatcher("WildcardMatcher", [text], new Dictionary<string, JsonNode?>(), Rejects: false, IgnoresCase: false)];
        }

        if (isUrl && matchers.SelectMany(m => m.Name == "RegexMatcher" ? [] : m.Patterns).FirstOrDefault(p => !p.Contains("://", StringComparison.Ordinal) && !p.StartsWith('*')) is { } relative)
            throw place.Refused($"Received '{Texts.Shown(relative)}'; WireMock.Net compares Url with the whole of http://host:port/path?query, so that it never matches. Write a Path, and Params for the query.");
        if (matchers.Any(m => m.Name == "NotNullOrEmptyMatcher") || Reach.IsHidden(matchers, with, isUrl))
            throw place.Refused("Every call matches this, so that nothing would be left of the city; if that is meant, write the Path \"/*\".");
    }

    static void Methods(JsonNode? node, Place place)
    {
        if (node is null)
            return;
        var list = Members.List(node, place);
        if (list.Count == 0)
            throw place.Refused("The list is empty; name a method, or leave Methods out for all.");
        for (var i = 0; i < list.Count; i++)
        {
            var method = Members.Text(list[i], place.Item(i));
            if (method.Length is 0 or > 32 || !method.All(char.IsAsciiLetter))
                throw place.Item(i).Refused($"Received '{Texts.Shown(method)}', expected a method such as GET.");
        }
    }

    static void Named(JsonNode? node, Type model, Place place, string what)
    {
        if (node is null)
            return;
        var list = Members.List(node, place);
        for (var i = 0; i < list.Count; i++)
        {
            var here = place.Item(i);
            var members = Members.Of(list[i], model, here);
            if (!members.TryGetValue("Name", out var name) || Members.Text(name, here.Member("Name")).Length == 0)
                throw here.Refused($"Which {what[2..]} is meant is not said; write its Name.");
            if (members.GetValueOrDefault("Matchers") is not { } matchers)
                throw here.Refused($"There are no Matchers, and WireMock.Net would leave this condition out; to ask for {what} of any value write {{ \"Name\": \"WildcardMatcher\", \"Pattern\": \"*\" }}.");
            Members.OneOf<MatchOperator>(members, "MatchOperator", here);
            if (model == typeof(ParamModel) && Members.IsTrue(members, "RejectOnMatch"))
                throw here.Member("RejectOnMatch").Refused("WireMock.Net reads this of a parameter and then ignores it; write RejectOnMatch in the matcher.");
            MatcherCheck.All(matchers, here.Member("Matchers"), MatcherNames.OfTexts, what);
        }
    }

    static void Body(JsonNode node, Place place)
    {
        var members = Members.Of(node, typeof(BodyModel), place);
        Members.OneOf<MatchOperator>(members, "MatchOperator", place);
        if (members.GetValueOrDefault("MatcherName") is not null)
            throw place.Member("MatcherName").Refused("Matching by parts needs a part of WireMock.Net that is not in this build; match the whole body by a RegexMatcher.");
        var one = members.GetValueOrDefault("Matcher");
        var several = members.GetValueOrDefault("Matchers");
        if ((one is null) == (several is null))
            throw place.Refused(one is null
                ? "There is neither Matcher nor Matchers, and WireMock.Net would leave this condition out; write one."
                : "Matcher and Matchers are given, and WireMock.Net would look at Matcher alone; leave one.");
        if (one is not null)
            MatcherCheck.One(one, place.Member("Matcher"), MatcherNames.All, "a body");
        else
            MatcherCheck.All(several, place.Member("Matchers"), MatcherNames.All, "a body");
    }
}
