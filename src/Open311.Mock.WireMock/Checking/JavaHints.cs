namespace Open311.Mock.WireMock.Checking;

/// <summary>What the words of WireMock (Java) are in WireMock.Net, which drops those that it does not know without a word.</summary>
internal static class JavaHints
{
    static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["urlPath"] = "Request.Path",
        ["urlPattern"] = "Request.Url with a RegexMatcher",
        ["urlPathPattern"] = "Request.Path with a RegexMatcher",
        ["urlPathTemplate"] = "Request.Path with a RegexMatcher",
        ["method"] = "Request.Methods, a list",
        ["queryParameters"] = "Request.Params",
        ["formParameters"] = "Request.Body with a FormUrlEncodedMatcher",
        ["bodyPatterns"] = "Request.Body.Matchers",
        ["multipartPatterns"] = "Request.Body",
        ["basicAuth"] = "Request.Headers",
        ["basicAuthCredentials"] = "Request.Headers",
        ["status"] = "Response.StatusCode",
        ["jsonBody"] = "Response.BodyAsJson",
        ["base64Body"] = "Response.BodyAsBytes",
        ["bodyFileName"] = "Response.BodyAsFile",
        ["fixedDelayMilliseconds"] = "Response.Delay",
        ["delayDistribution"] = "Response.MinimumRandomDelay and MaximumRandomDelay",
        ["transformers"] = "Response.UseTransformer",
        ["proxyBaseUrl"] = "Response.ProxyUrl",
        ["scenarioName"] = "Scenario",
        ["requiredScenarioState"] = "WhenStateIs",
        ["newScenarioState"] = "SetStateTo",
        ["id"] = "Guid",
        ["uuid"] = "Guid",
        ["name"] = "Title",
        ["persistent"] = "nothing: leave it out",
        ["mappings"] = "a list of mappings without a name around it: [ {...}, {...} ]",
        ["equalTo"] = "a matcher: { \"Name\": \"ExactMatcher\", \"Pattern\": ... }",
        ["matches"] = "a matcher: { \"Name\": \"RegexMatcher\", \"Pattern\": ... }",
        ["contains"] = "a matcher: { \"Name\": \"WildcardMatcher\", \"Pattern\": \"*...*\" }",
    };

    public static string? For(string word) => Words.TryGetValue(word, out var net) ? $" It is a word of WireMock (Java); WireMock.Net has {net}." : null;
}
