using Open311.Protocol;

namespace Open311.Conformance.Tests.Shapes;

public class ServicesShapeTests
{
    const string Good = "<service><service_code>001</service_code><service_name>Cans</service_name><description/><metadata>true</metadata><type>realtime</type><keywords>a, b</keywords><group>street</group></service>";
    const string GoodJson = """{"service_code":"001","service_name":"Cans","description":null,"metadata":true,"type":"realtime","keywords":"a, b","group":"street"}""";

    [Test]
    public void A_correct_list_passes_in_both_formats()
    {
        Xml(Good).Should().BeEmpty();
        Json(GoodJson).Should().BeEmpty();
        Shaping.Passes("services", DataFormat.Xml, $"<services>{Good}</services>").Should().Contain(["GR2-SVC-003", "GR2-SVC-004", "GR2-SVC-007", "GR2-SVC-008", "GR2-XML-002", "GR2-XML-007", "GR2-XML-008"]);
        Shaping.Passes("services", DataFormat.Json, $"[{GoodJson}]").Should().Contain(["GR2-SVC-003", "GR2-JSON-002", "GR2-JSON-006", "GR2-JSON-007", "GR2-JSON-008", "GR2-JSON-005"]);
    }

    [TestCase("<service_code>001</service_code>", "", "FAIL GR2-SVC-003")]
    [TestCase("<service_code>001</service_code>", "<service_code> </service_code>", "FAIL GR2-SVC-003")]
    [TestCase("<service_name>Cans</service_name>", "", "FAIL GR2-SVC-005")]
    [TestCase("<service_name>Cans</service_name>", "<service_name/>", "FAIL GR2-SVC-005")]
    [TestCase("<description/>", "", "WARN GR2-SVC-006")]
    [TestCase("<metadata>true</metadata>", "", "FAIL GR2-SVC-007")]
    [TestCase("<metadata>true</metadata>", "<metadata>True</metadata>", "WARN GR2-SVC-007")]
    [TestCase("<metadata>true</metadata>", "<metadata>1</metadata>", "FAIL GR2-SVC-007")]
    [TestCase("<type>realtime</type>", "<type>Realtime</type>", "FAIL GR2-SVC-008")]
    [TestCase("<type>realtime</type>", "<type>queued</type>", "FAIL GR2-SVC-008")]
    [TestCase("<type>realtime</type>", "", "FAIL GR2-SVC-008")]
    [TestCase("<keywords>a, b</keywords>", "", "WARN GR2-SVC-009")]
    [TestCase("<keywords>a, b</keywords>", "<keywords>a; b</keywords>", "WARN GR2-SVC-009")]
    [TestCase("<keywords>a, b</keywords>", "<keywords/>")]
    [TestCase("<group>street</group>", "", "WARN GR2-SVC-010")]
    [TestCase("<group>street</group>", "<group><name>street</name></group>", "FAIL GR2-XML-008")]
    [TestCase("<service_name>Cans</service_name>", "<service_name>&lt;b&gt;Cans&lt;/b&gt;</service_name>", "WARN GR2-SVC-013")]
    [TestCase("<service_name>Cans</service_name>", "<service_name>1 &lt; 2 &amp; 3</service_name>")]
    [TestCase("<type>realtime</type>", "<type> realtime </type>", "WARN GR2-XML-011")]
    [TestCase("<type>realtime</type>", "<type>realtime</type><type>batch</type>", "FAIL GR2-XML-008")]
    [TestCase("<group>street</group>", "<group>street</group><icon>x</icon>", "WARN GR2-XML-004")]
    [TestCase("<group>street</group>", "<group id='3'>street</group>", "WARN GR2-XML-005")]
    [TestCase("<group>street</group>", "<group nil='true'/>")]
    [TestCase("<group>street</group>", "<group x:nil='true' xmlns:x='http://www.w3.org/2001/XMLSchema-instance'/>", "WARN GR2-XML-003")]
    [TestCase("<group>street</group>", "<group type='array'>street</group>")]
    [TestCase("<group>street</group>", "<group type='integer'>street</group>")]
    [TestCase("<group>street</group>", "<group type='boolean'>street</group>")]
    [TestCase("<group>street</group>", "<group type='datetime'>street</group>")]
    [TestCase("<group>street</group>", "<group type='float'>street</group>")]
    [TestCase("<group>street</group>", "<group type='string'>street</group>", "WARN GR2-XML-005")]
    [TestCase("<group>street</group>", "<group kind='integer'>street</group>", "WARN GR2-XML-005")]
    [TestCase("<group>street</group>", "<group xml:lang='en'>street</group>")]
    [TestCase("<group>street</group>", "<x:group xmlns:x='http://example.org/'>street</x:group>", "FAIL GR2-XML-007", "WARN GR2-XML-003")]
    [TestCase("<service_name>Cans</service_name>", "<serviceName>Cans</serviceName>", "FAIL GR2-SVC-005", "INFO GR2-XML-009", "WARN GR2-XML-004")]
    [TestCase("<service_name>Cans</service_name>", "<service_name><![CDATA[Cans & co]]></service_name>")]
    public void One_defect_in_XML_trips_its_own_requirement(string good, string bad, params string[] findings) =>
        Xml(Good.Replace(good, bad)).Should().Equal(findings);

    [TestCase("\"metadata\":true", "\"metadata\":\"true\"", "FAIL GR2-JSON-008")]
    [TestCase("\"metadata\":true", "\"metadata\":1", "FAIL GR2-JSON-008")]
    [TestCase("\"metadata\":true", "\"metadata\":\"yes\"", "FAIL GR2-JSON-008", "FAIL GR2-SVC-007")]
    [TestCase("\"metadata\":true", "\"metadata\":null", "FAIL GR2-SVC-007")]
    [TestCase("\"service_code\":\"001\"", "\"service_code\":1")]
    [TestCase("\"service_code\":\"001\"", "\"service_code\":1.5", "FAIL GR2-JSON-007")]
    [TestCase("\"service_code\":\"001\"", "\"service_code\":1e3", "FAIL GR2-JSON-007")]
    [TestCase("\"service_code\":\"001\"", "\"service_code\":9007199254740993", "FAIL GR2-JSON-007")]
    [TestCase("\"service_code\":\"001\"", "\"service_code\":99999999999999999999", "FAIL GR2-JSON-007")]
    [TestCase("\"service_code\":\"001\"", "\"service_code\":true", "FAIL GR2-JSON-007")]
    [TestCase("\"type\":\"realtime\"", "\"type\":[\"realtime\"]", "FAIL GR2-JSON-006")]
    [TestCase("\"type\":\"realtime\"", "\"type\":{\"$t\":\"realtime\"}", "FAIL GR2-JSON-006")]
    [TestCase("\"keywords\":\"a, b\"", "\"keywords\":[\"a\",\"b\"]", "FAIL GR2-JSON-006", "WARN GR2-SVC-009")]
    [TestCase("\"description\":null", "\"description\":\"\"", "INFO GR2-JSON-005")]
    [TestCase("\"description\":null", "\"description\":{}", "FAIL GR2-JSON-006", "WARN GR2-JSON-005")]
    [TestCase("\"service_name\"", "\"serviceName\"", "FAIL GR2-JSON-011", "FAIL GR2-SVC-005")]
    [TestCase("\"service_name\"", "\"service-name\"", "FAIL GR2-JSON-011", "FAIL GR2-SVC-005")]
    public void One_defect_in_JSON_trips_its_own_requirement(string good, string bad, params string[] findings) =>
        Json(GoodJson.Replace(good, bad)).Should().Equal(findings);

    [Test]
    public void Codes_are_unique_and_differ_in_more_than_letter_case()
    {
        Xml(Good + Good).Should().Equal("FAIL GR2-SVC-004");
        Xml(Good.Replace("001", "Aa") + Good.Replace("001", "aA")).Should().Equal("WARN GR2-SVC-004");
    }

    [Test]
    public void A_wrong_root_or_item_is_reported_and_read_on()
    {
        Shaping.Judge("services", DataFormat.Xml, $"<response>{Good.Replace("realtime", "odd")}</response>").Should().Equal("FAIL GR2-SVC-008", "FAIL GR2-XML-002");
        Shaping.Judge("services", DataFormat.Xml, $"<services>{Good.Replace("realtime", "odd").Replace("<service>", "<item>").Replace("</service>", "</item>")}</services>").Should().Equal("FAIL GR2-SVC-008", "FAIL GR2-XML-007");
        Shaping.Judge("services", DataFormat.Json, $"{{\"services\":[{GoodJson.Replace("realtime", "odd")}]}}").Should().Equal("FAIL GR2-JSON-002", "FAIL GR2-SVC-008");
        Shaping.Judge("services", DataFormat.Json, $"{{\"services\":{{\"service\":[{GoodJson}]}}}}").Should().Equal("FAIL GR2-JSON-002");
        Shaping.Judge("services", DataFormat.Json, GoodJson).Should().Equal("FAIL GR2-JSON-002");
        Shaping.Judge("services", DataFormat.Json, $"[\"x\",{GoodJson}]").Should().Equal("FAIL GR2-JSON-002");
    }

    [Test]
    public void The_specifications_own_namespace_is_tolerated_and_others_hide_elements()
    {
        Shaping.Judge("services", DataFormat.Xml, $"<services xmlns='http://wiki.open311.org/GeoReport_v2'>{Good}</services>").Should().Equal("WARN GR2-XML-003");
        Shaping.Judge("services", DataFormat.Xml, $"<services xmlns:x='http://example.org/'>{Good}</services>").Should().Equal("WARN GR2-XML-003");
        Shaping.Judge("services", DataFormat.Xml, $"<services xmlns='http://example.org/'>{Good}</services>").Should().Contain(["FAIL GR2-XML-002", "WARN GR2-XML-003"]);
    }

    [Test]
    public void An_empty_list_is_a_list() => Shaping.Judge("services", DataFormat.Xml, "<services/>").Should().BeEmpty();

    static IReadOnlyList<string> Xml(string items) => Shaping.Judge("services", DataFormat.Xml, $"<services>{items}</services>");

    static IReadOnlyList<string> Json(string items) => Shaping.Judge("services", DataFormat.Json, $"[{items}]");
}
