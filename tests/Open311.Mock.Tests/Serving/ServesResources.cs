using Open311.Mock.Serving;

namespace Open311.Mock.Tests.Serving;

public sealed class ServesResources
{
    RunningCity city = null!;

    [OneTimeSetUp]
    public async Task Start() => city = await RunningCity.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await city.DisposeAsync();

    [Test]
    public async Task Starts_in_well_under_a_second()
    {
        // Time on the processor: a busy machine makes a start late, not slow.
        var before = Environment.CpuUsage.TotalTime;

        await using var server = await CityServer.StartAsync();

        (Environment.CpuUsage.TotalTime - before).Should().BeLessThan(TimeSpan.FromSeconds(1));
        server.Endpoint.Host.Should().Be("127.0.0.1");
    }

    [TestCase("services", "text/xml; charset=utf-8", "xml")]
    [TestCase("services", "application/json; charset=utf-8", "json")]
    [TestCase("services/001", "text/xml; charset=utf-8", "xml")]
    [TestCase("services/001", "application/json; charset=utf-8", "json")]
    [TestCase("requests", "text/xml; charset=utf-8", "xml")]
    [TestCase("requests", "application/json; charset=utf-8", "json")]
    [TestCase("discovery", "text/xml; charset=utf-8", "xml")]
    [TestCase("/open311/discovery", "text/xml; charset=utf-8", "xml")]
    [TestCase("/open311/discovery", "application/json; charset=utf-8", "json")]
    public async Task Labels_each_format_with_its_type_and_charset(string resource, string type, string extension)
    {
        var answer = await city.GetAsync($"{resource}.{extension}");

        answer.Status.Should().Be(200);
        answer.ContentType.Should().Be(type);
        answer.Length.Should().Be(answer.Body.Length);
    }

    [TestCase("services.xml")]
    [TestCase("services/001.xml")]
    [TestCase("requests.xml")]
    [TestCase("/open311/discovery.xml")]
    [TestCase("services/nope.xml")]
    public async Task Opens_xml_with_a_declaration_of_utf8_and_no_mark(string path)
    {
        var answer = await city.GetAsync(path);

        answer.Text.Should().MatchRegex("^<\\?xml version=\"1.0\" encoding=\"(?i:utf-8)\"\\?>");
    }

    [Test]
    public async Task Lists_services_with_all_seven_fields_in_both_formats()
    {
        var xml = await city.XmlAsync("services.xml");
        var json = await city.JsonAsync("services.json");

        xml.Name.LocalName.Should().Be("services");
        xml.Elements("service").Should().HaveCount(9).And.OnlyContain(s => s.Elements().Count() == 7);
        json.AsArray().Should().HaveCount(9);
        xml.Elements("service").Select(s => s.Element("service_code")!.Value)
            .Should().Equal(json.AsArray().Select(s => (string)s!["service_code"]!))
            .And.Contain(["001", "1.6", "Straße & Licht", "P+R"]).And.OnlyHaveUniqueItems();
        xml.Elements("service").Select(s => s.Element("type")!.Value).Distinct().Should().BeEquivalentTo("realtime", "batch", "blackbox");
        json.AsArray().Select(s => (bool)s!["metadata"]!).Distinct().Should().BeEquivalentTo([true, false]);
    }

    [Test]
    public async Task Defines_attributes_of_all_six_datatypes_and_texts_that_are_only_shown()
    {
        var definitions = new List<System.Xml.Linq.XElement>();
        foreach (var code in new[] { "001", "graffiti", "Stra%C3%9Fe%20%26%20Licht", "trees" })
            definitions.Add(await city.XmlAsync($"services/{code}.xml"));

        definitions.Should().OnlyContain(d => d.Name.LocalName == "service_definition");
        var attributes = definitions.SelectMany(d => d.Element("attributes")!.Elements("attribute")).ToArray();
        attributes.Select(a => a.Element("datatype")!.Value).Distinct()
            .Should().BeEquivalentTo("string", "number", "datetime", "text", "singlevaluelist", "multivaluelist");
        attributes.Should().Contain(a => a.Element("variable")!.Value == "false");
        attributes.Where(a => a.Element("datatype")!.Value.EndsWith("list", StringComparison.Ordinal))
            .Should().OnlyContain(a => a.Element("values")!.Elements("value").Any());
    }

    [TestCase("001", "001")]
    [TestCase("1.6", "1.6")]
    [TestCase("1%2E6", "1.6")]
    [TestCase("P+R", "P+R")]
    [TestCase("P%2BR", "P+R")]
    [TestCase("Stra%C3%9Fe%20%26%20Licht", "Straße & Licht")]
    public async Task Finds_a_definition_by_its_percent_encoded_code(string path, string code)
    {
        (await city.XmlAsync($"services/{path}.xml")).Element("service_code")!.Value.Should().Be(code);
        ((string)(await city.JsonAsync($"services/{path}.json"))["service_code"]!).Should().Be(code);
    }

    [Test]
    public async Task Answers_an_empty_definition_for_a_service_without_metadata()
    {
        (await city.XmlAsync("services/006.xml")).Element("attributes")!.Elements().Should().BeEmpty();
        (await city.JsonAsync("services/006.json"))["attributes"]!.AsArray().Should().BeEmpty();
    }

    [Test]
    public async Task Answers_head_like_get_without_a_body()
    {
        var get = await city.GetAsync("services.xml");
        var head = await city.SendAsync(HttpMethod.Head, "services.xml");

        head.Body.Should().BeEmpty();
        (head.Status, head.ContentType, head.Length).Should().Be((get.Status, get.ContentType, get.Length));
        (await city.SendAsync(HttpMethod.Head, "services/nope.json")).Status.Should().Be(404);
    }

    [Test]
    public async Task Points_from_discovery_to_itself()
    {
        var json = await city.JsonAsync("/open311/discovery.json");

        var endpoint = json["endpoints"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)endpoint["url"]!).Should().Be(city.Server.Endpoint.AbsoluteUri);
        ((string)endpoint["specification"]!).Should().Be("http://wiki.open311.org/GeoReport_v2");
        ((string)endpoint["type"]!).Should().Be("test");
        endpoint["formats"]!.AsArray().Select(f => (string)f!).Should().Equal("text/xml", "application/json");
        new[] { "changeset", "contact", "key_service" }.Should().OnlyContain(name => ((string)json[name]!).Length > 0);
    }

    [TestCase("application/json")]
    [TestCase("text/html")]
    public async Task Lets_the_extension_alone_decide_the_format(string accept)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{city.Server.Endpoint}/services.xml");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using var response = await client.SendAsync(request);

        response.Content.Headers.ContentType!.MediaType.Should().Be("text/xml");
    }

    [Test]
    public async Task Ignores_arguments_it_does_not_know()
    {
        (await city.GetAsync("services.xml?x_conformance=1")).Body.Should().Equal((await city.GetAsync("services.xml")).Body);
    }

    [Test]
    public async Task Serves_only_xml_when_told_to_and_says_so()
    {
        await using var xmlOnly = await RunningCity.StartAsync(with: o => o with { Json = false });

        (await xmlOnly.GetAsync("services.json")).Status.Should().Be(404);
        (await xmlOnly.JsonAsync("/open311/discovery.json"))["endpoints"]![0]!["formats"]!.AsArray()
            .Select(f => (string)f!).Should().Equal("text/xml");
    }
}
