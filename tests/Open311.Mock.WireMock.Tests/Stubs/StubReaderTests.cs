using Open311.Mock.WireMock.Stubs;

namespace Open311.Mock.WireMock.Tests.Stubs;

public sealed class StubReaderTests
{
    const string Good = """{"Request":{"Path":"/a"},"Response":{"StatusCode":200}}""";

    static string Refusal(string text)
    {
        using var folder = new StubDirectory();
        var path = folder.Write("odd.json", text);
        var reading = () => new StubReader(new StubFiles(folder.FullPath)).Read("odd.json", path);
        var message = reading.Should().Throw<StubException>().Which.Message;
        message.Should().StartWith("odd.json").And.NotContain("\n");
        return message;
    }

    static IReadOnlyList<StubModel> Read(string text)
    {
        using var folder = new StubDirectory();
        return new StubReader(new StubFiles(folder.FullPath)).Read("good.json", folder.Write("good.json", text));
    }

    // Each of these WireMock.Net serves, and all but a few for every call.
    [TestCase("""{"Request":{},"Response":{}}""", "neither Path nor Url")]
    [TestCase("""{"Request":{"Methods":["GET"]},"Response":{}}""", "neither Path nor Url")]
    [TestCase("""{"Request":{"Path":null},"Response":{}}""", "neither Path nor Url")]
    [TestCase("""{"request":{"urlPathPattern":"/services.*"},"response":{"status":200}}""", "WireMock (Java)")]
    [TestCase("""{"request":{"urlPath":"/services.json","method":"GET"},"response":{"status":200}}""", "Request.Path")]
    [TestCase("""{"request":{"method":"GET","url":"/services.json"},"response":{}}""", "Request.Methods")]
    [TestCase("""{"request":{"url":"/services.json"},"response":{}}""", "whole of http://host:port/path?query")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"status":404}}""", "Response.StatusCode")]
    [TestCase("""{"mappings":[{"request":{"urlPath":"/a"},"response":{}}]}""", "a list named mappings")]
    [TestCase("""{"Mappings":[]}""", "a list named mappings")]
    [TestCase("""[]""", "list is empty")]
    [TestCase("""[{"Request":{"Path":"/a"},"Response":{}},{"Request":{},"Response":{}}]""", "mapping 2")]
    [TestCase("""{"Request":{"Path":{}},"Response":{}}""", "no Matchers")]
    [TestCase("""{"Request":{"Path":{"Matchers":[]}},"Response":{}}""", "list of matchers is empty")]
    [TestCase("""{"Request":{"Path":{"Matcher":{"Name":"ExactMatcher","Pattern":"/a"}}},"Response":{}}""", "Did you mean Matchers?")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"JsonMatcher","Pattern":{}}]}},"Response":{}}""", "cannot match a path")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"NotNullOrEmptyMatcher"}]}},"Response":{}}""", "nothing would be left of the city")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"ExactMatcher","Pattern":"/nowhere","RejectOnMatch":true}]}},"Response":{}}""", "nothing would be left of the city")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"RegexMatcher","Pattern":""}]}},"Response":{}}""", "empty regular expression")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"RegexMatcher","Pattern":"a*"}]}},"Response":{}}""", "nothing would be left of the city")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"RegexMatcher","Pattern":"/"}]}},"Response":{}}""", "nothing would be left of the city")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"RegexMatcher","Pattern":"("}]}},"Response":{}}""", "no regular expression")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"RegExMatcher","Pattern":"/a"}]}},"Response":{}}""", "did you mean RegexMatcher?")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"ExactMatcher"}]}},"Response":{}}""", "needs a Pattern")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"ExactMatcher","Pattern":["/a"]}]}},"Response":{}}""", "expected a text")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"ExactMatcher","Pattern":"/a","MatchOperator":"or"}]}},"Response":{}}""", "expected one of Or, And, Average")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"CSharpCodeMatcher","Pattern":"return true;"}]}},"Response":{}}""", "not in this build")]
    [TestCase("""{"Request":{"Path":"services.json"},"Response":{}}""", "begins with a slash")]
    [TestCase("""{"Request":{"Path":"/a","Url":"*"},"Response":{}}""", "leave one")]
    [TestCase("""{"Request":{"Path":"/a","Params":[{"Name":"status"}]},"Response":{}}""", "leave this condition out")]
    [TestCase("""{"Request":{"Path":"/a","Params":[{"Name":"status","Matchers":[{"Name":"JsonMatcher","Pattern":"1"}]}]},"Response":{}}""", "cannot match a parameter")]
    [TestCase("""{"Request":{"Path":"/a","Params":[{"Name":"status","RejectOnMatch":true,"Matchers":[{"Name":"ExactMatcher","Pattern":"open"}]}]},"Response":{}}""", "then ignores it")]
    [TestCase("""{"Request":{"Path":"/a","Params":{"status":"open"}},"Response":{}}""", "expected a list")]
    [TestCase("""{"Request":{"Path":"/a","Headers":[{"Name":"Accept","Matcher":[]}]},"Response":{}}""", "Did you mean Matchers?")]
    [TestCase("""{"Request":{"Path":"/a","Body":{}},"Response":{}}""", "neither Matcher nor Matchers")]
    [TestCase("""{"Request":{"Path":"/a","Methods":"GET"},"Response":{}}""", "expected a list")]
    [TestCase("""{"Request":{"Path":"/a","Methods":[]},"Response":{}}""", "list is empty")]
    [TestCase("""{"Request":{"Path":"/a"}}""", "There is no Response")]
    [TestCase("""{"Response":{}}""", "There is no Request")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"StatusCode":"OK"}}""", "expected a status")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"StatusCode":99}}""", "expected a status")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"Body":"a","BodyAsJson":{}}}""", "leave one")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"BodyAsBytes":"%%%"}}""", "base64")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"Headers":{"X":"a\r\nSet-Cookie: b"}}}""", "no header can carry")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"Headers":{"X-Straße":"a"}}}""", "cannot be the name")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"Headers":{"X":1}}}""", "expected a text")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"HeadersRaw":"X 1"}}""", "no name and colon")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"Fault":{"Type":"CONNECTION_RESET_BY_PEER"}}}""", "expected one of NONE")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"TransformerType":"Liquid"}}""", "expected one of Handlebars")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{"ProxyUrl":"localhost"}}""", "absolute URL")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{},"SetStateTo":"x"}""", "Without a Scenario")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{},"SaveToFile":true}""", "never written")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{},"Guid":"1"}""", "expected a Guid", "Expected a Guid")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{},"Priorty":1}""", "Did you mean Priority?")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{},"priority":1,"Priority":2}""", "twice")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{},"Response":{}}""", "no JSON")]
    [TestCase("""true""", "expected an object")]
    [TestCase("""{"Request":{"Path":"/a"},"Response":{}""", "no JSON")]
    [TestCase("<html/>", "no JSON")]
    [TestCase("", "empty")]
    [TestCase("  \n", "empty")]
    public void What_would_not_do_what_it_says_is_refused_in_a_sentence(string text, string said, string? alsoSaid = null) =>
        Refusal(text).Should().ContainEquivalentOf(alsoSaid ?? said);

    [TestCase("""{"Request":{"Path":"/*"},"Response":{}}""")]
    [TestCase("""{"Request":{"Path":"*"},"Response":{}}""")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"RegexMatcher","Pattern":"^/.*$"}]}},"Response":{}}""")]
    [TestCase("""{"Request":{"Path":{"Matchers":[{"Name":"WildcardMatcher","Pattern":"/open311/*","IgnoreCase":true}],"MatchOperator":"Or"}},"Response":{}}""")]
    [TestCase("""{"Request":{"Url":"*/services.json"},"Response":{}}""")]
    [TestCase("""{"request":{"path":"/a","methods":["get"],"params":[{"name":"status","matchers":[{"name":"ExactMatcher","pattern":"open"}]}]},"response":{"statusCode":"404","headers":{"Set-Cookie":["a","b"]},"bodyAsJson":[{"code":404}]}}""")]
    [TestCase("""{"Request":{"Path":"/a","Body":{"Matcher":{"Name":"JsonPartialMatcher","Pattern":{"Name":"RegExMatcher"}}}},"Response":{"UseTransformer":true,"StatusCode":"{{request.query.code}}"}}""")]
    [TestCase("""{"Request":{"Path":"/a","Params":[{"Name":"q","Matchers":[{"Name":"SimMetricsMatcher.Levenstein","Pattern":"open"}]}]},"Response":{"Delay":10,"Fault":{"Type":"EMPTY_RESPONSE","Percentage":0.5}}}""")]
    [TestCase("""
        // A comment.
        [{"Title":"t","Scenario":"s","WhenStateIs":"a","SetStateTo":"b","Priority":3,"Request":{"Path":"/a",},"Response":{"BodyAsBytes":"AAEC"}}]
        """)]
    public void What_does_what_it_says_is_taken(string text) => Read(text).Should().ContainSingle();

    [Test]
    public void A_byte_order_mark_is_passed_over() => Read("\uFEFF" + Good).Should().ContainSingle();

    [Test]
    public void Deep_json_is_refused() => Refusal(new string('[', 100_000)).Should().Contain("deeper than 64 levels");

    [Test]
    public void A_deep_body_is_refused() =>
        Refusal($$$"""{"Request":{"Path":"/a"},"Response":{"BodyAsJson":{{{new string('[', 70)}}}{{{new string(']', 70)}}}}}""").Should().Contain("deeper than 64 levels");

    [Test]
    public void A_file_beyond_all_measure_is_refused() =>
        Refusal($$$"""{"Request":{"Path":"/a"},"Response":{"Body":"{{{new string('a', StubReader.Largest)}}}"}}""").Should().Contain("at most 16777216 are read");

    [Test]
    public void Half_a_surrogate_pair_is_refused() => Refusal("""{"Request":{"Path":"/\ud800"},"Response":{}}""").Should().Contain("no Unicode");

    [Test]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var folder = new StubDirectory();
        var path = folder.Write("odd.json", "");
        File.WriteAllBytes(path, [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D]);
        var reading = () => new StubReader(new StubFiles(folder.FullPath)).Read("odd.json", path);

        reading.Should().Throw<StubException>().Which.Message.Should().StartWith("odd.json").And.NotContain("\n");
    }

    [Test]
    public void A_name_with_control_characters_does_not_reach_the_terminal() =>
        Refusal("{\"Request\":{\"Path\":\"/a\",\"\\u001b[31mred\":1},\"Response\":{}}").Should().NotContain("\u001b");
}
