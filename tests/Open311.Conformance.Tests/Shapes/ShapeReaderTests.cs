using System.Text;
using Open311.Conformance.Running;
using Open311.Conformance.Shapes;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Tests.Shapes;

/// <summary>Which nodes of a document are its items, and what of the structure is said to follow from what.</summary>
public sealed class ShapeReaderTests
{
    static readonly Suite suite = Suite.Load();

    [TestCase("<service_requests><request><x/></request><request/></service_requests>", true, "request request")]
    [TestCase("<service_requests/>", true, "")]
    [TestCase("<requests/>", false, "")]
    [TestCase("<requests><request/><y/></requests>", true, "request")]
    [TestCase("<requests><y/></requests>", false, "")]
    [TestCase("<requests><y><status>open</status></y></requests>", false, "")]
    [TestCase("<requests><y><status>open</status><lat>1</lat></y><z/></requests>", true, "")]
    [TestCase("<requests><y><status>open</status><lat>1</lat></y><y/></requests>", true, "y y")]
    [TestCase("<service_requests><list><request/><request/></list></service_requests>", true, "request request")]
    [TestCase("<service_requests><list><request/><y/></list></service_requests>", true, "list")]
    [TestCase("<service_requests><service_requests/></service_requests>", true, "")]
    [TestCase("<service_requests><y/><request/><y/></service_requests>", true, "request")]
    public void Items_of_an_XML_list(string body, bool recognised, string items)
    {
        var shaped = Read("service_requests", DataFormat.Xml, body);
        (shaped.Recognised, string.Join(' ', shaped.Items.Select(i => i.Name))).Should().Be((recognised, items));
    }

    [TestCase("<problem><service_code>1</service_code></problem>", true)]
    [TestCase("<problem><code>1</code></problem>", false)]
    public void A_single_resource_under_another_root_is_known_by_its_fields(string body, bool recognised) =>
        Read("service_definition", DataFormat.Xml, body).Recognised.Should().Be(recognised);

    [TestCase("[{\"status\":\"open\"},{}]", true, 2)]
    [TestCase("{\"service_request_id\":\"1\"}", true, 1)]
    [TestCase("{\"status\":[\"open\"],\"service_request_id\":\"1\"}", true, 1)]
    [TestCase("{\"total\":5,\"data\":[{},{}]}", true, 2)]
    [TestCase("{\"notes\":[],\"service_requests\":[{},{}]}", true, 2)]
    [TestCase("{\"service_requests\":{\"request\":[{},{},{}]}}", true, 3)]
    [TestCase("{\"service_requests\":{\"status\":\"open\"}}", true, 1)]
    [TestCase("{\"vendor\":1}", false, 0)]
    [TestCase("[{\"request\":{}},{\"request\":{}}]", true, 2)]
    [TestCase("[{\"request\":{}},7]", true, 1)]
    [TestCase("[7,{},null]", true, 1)]
    [TestCase("null", true, 0)]
    [TestCase("7", false, 0)]
    public void Items_of_a_JSON_list(string body, bool recognised, int items)
    {
        var shaped = Read("service_requests", DataFormat.Json, body);
        (shaped.Recognised, shaped.Items.Count).Should().Be((recognised, items));
    }

    [Test]
    public void The_member_that_holds_the_list_is_named()
    {
        var shaped = Read("service_requests", DataFormat.Json, "{\"notes\":[],\"service_requests\":[]}");
        shaped.Deviations.Should().ContainSingle().Which.Message.Should().Contain("wrapped in an object under \"service_requests\"");
    }

    // What is wrong with the items of a renamed list is a deviation of its own, unless a namespace is the reason of both.
    [TestCase("<requests><y><status>open</status><lat>1</lat></y></requests>", null)]
    [TestCase("<service_requests xmlns='http://v.example/'><request/></service_requests>", "GR2-XML-002")]
    [TestCase("<service_requests xmlns='http://v.example/'><request xmlns='http://w.example/'/></service_requests>", null)]
    [TestCase("<service_requests><request xmlns='http://w.example/'/></service_requests>", null)]
    public void Items_follow_from_the_namespace_of_their_root(string body, string? from) =>
        Read("service_requests", DataFormat.Xml, body).Deviations[^1].FollowsFrom.Should().Be(from);

    [TestCase("<service_definition/>", false, 0)]
    [TestCase("<service_definition><attributes/></service_definition>", true, 0)]
    [TestCase("<service_definition><attributes><attribute/></attributes><attributes/><attributes><attribute/></attributes></service_definition>", true, 2)]
    public void A_list_that_is_a_field_may_be_missing_empty_or_repeated(string body, bool recognised, int items)
    {
        var shape = suite.Shapes["service_definition"];
        var list = ShapeReader.ReadList(Document(DataFormat.Xml, body).Root, shape.Fields.Single(f => f.Name == "attributes"), DataFormat.Xml);
        (list.Recognised, list.Items.Count, list.Deviations.Count).Should().Be((recognised, items, 0));
    }

    static Shaped Read(string shape, DataFormat format, string body) => ShapeReader.Read(Document(format, body), suite.Shapes[shape]);

    static Document Document(DataFormat format, string body) => DocumentReader.Read(Encoding.UTF8.GetBytes(body), format).Document!;
}
