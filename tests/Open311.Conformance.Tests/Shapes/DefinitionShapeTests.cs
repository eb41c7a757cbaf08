using Open311.Protocol;

namespace Open311.Conformance.Tests.Shapes;

public class DefinitionShapeTests
{
    const string Values = "<values><value><key>123</key><name>Ford</name></value><value><key>124</key><name>Chrysler</name></value></values>";
    const string Attribute = $"<attribute><variable>true</variable><code>WHISHETN</code><datatype>singlevaluelist</datatype><required>true</required><datatype_description/><order>1</order><description>What?</description>{Values}</attribute>";
    const string Notice = "<attribute><variable>false</variable><code>NOTE</code><datatype>text</datatype><required>false</required><datatype_description/><order>2</order><description>Read this.</description></attribute>";

    [Test]
    public void A_correct_definition_passes_in_both_formats()
    {
        Xml(Attribute + Notice).Should().BeEmpty();
        Shaping.Judge("service_definition", DataFormat.Json, """{"service_code":"DMV66","attributes":[{"variable":true,"code":"W","datatype":"singlevaluelist","required":true,"datatype_description":null,"order":1,"description":"What?","values":[{"key":123,"name":"Ford"}]}]}""").Should().BeEmpty();
    }

    [TestCase("<variable>true</variable>", "", "FAIL GR2-DEF-005")]
    [TestCase("<variable>true</variable>", "<variable>TRUE</variable>", "WARN GR2-DEF-005")]
    [TestCase("<code>WHISHETN</code>", "", "FAIL GR2-DEF-006")]
    [TestCase("<code>WHISHETN</code>", "<code>W[1]</code>", "WARN GR2-DEF-006")]
    [TestCase("<code>WHISHETN</code>", "<code>NOTE</code>", "FAIL GR2-DEF-006")]
    [TestCase("<datatype>singlevaluelist</datatype>", "<datatype>SingleValueList</datatype>", "FAIL GR2-DEF-007")]
    [TestCase("<datatype>text</datatype>", "<datatype/>", "WARN GR2-DEF-007")]
    [TestCase("<datatype>text</datatype>", "", "FAIL GR2-DEF-007")]
    [TestCase("<datatype>text</datatype>", "<datatype>date</datatype>", "FAIL GR2-DEF-007")]
    [TestCase("<required>true</required>", "", "FAIL GR2-DEF-008")]
    [TestCase("<required>false</required>", "", "WARN GR2-DEF-008")]
    [TestCase("<required>false</required>", "<required>true</required>", "WARN GR2-DEF-017")]
    [TestCase("<datatype_description/><order>1", "<order>1", "WARN GR2-DEF-009")]
    [TestCase("<order>1</order>", "", "WARN GR2-DEF-010")]
    [TestCase("<order>1</order>", "<order>0</order>", "WARN GR2-DEF-010")]
    [TestCase("<order>1</order>", "<order>-1</order>", "FAIL GR2-DEF-010")]
    [TestCase("<order>1</order>", "<order>first</order>", "FAIL GR2-DEF-010")]
    [TestCase("<order>1</order>", "<order>2</order>", "FAIL GR2-DEF-011")]
    [TestCase("<description>What?</description>", "<description/>", "FAIL GR2-DEF-012")]
    [TestCase("<description>Read this.</description>", "", "WARN GR2-DEF-012")]
    [TestCase(Values, "<values/>", "FAIL GR2-DEF-013")]
    [TestCase(Values, "", "FAIL GR2-DEF-013")]
    [TestCase("<datatype>text</datatype>", "<datatype>text</datatype><values><value><key>1</key><name>a</name></value></values>", "WARN GR2-DEF-014")]
    [TestCase("<key>124</key>", "<key>123</key>", "FAIL GR2-DEF-015")]
    [TestCase("<key>124</key>", "", "FAIL GR2-DEF-015")]
    [TestCase("<key>123</key><name>Ford</name>", "<key/><name>- select -</name>", "WARN GR2-DEF-015")]
    [TestCase("<name>Chrysler</name>", "<name/>", "WARN GR2-DEF-016")]
    [TestCase("<value><key>124</key><name>Chrysler</name></value>", "<option/>", "FAIL GR2-XML-007")]
    public void One_defect_trips_its_own_requirement(string good, string bad, params string[] findings) =>
        Xml((Attribute + Notice).Replace(good, bad)).Should().Equal(findings);

    [Test]
    public void Attributes_outside_their_container_fail() =>
        Shaping.Judge("service_definition", DataFormat.Xml, $"<service_definition><service_code>1</service_code>{Attribute}</service_definition>")
            .Should().Equal("FAIL GR2-DEF-001", "FAIL GR2-DEF-003", "WARN GR2-XML-004");

    [Test]
    public void A_definition_without_attributes_warns() => Xml("").Should().Equal("WARN GR2-DEF-004");

    [TestCase("""[{"service_code":"1","attributes":[A]}]""", "FAIL GR2-JSON-003")]
    [TestCase("""{"service_definition":{"service_code":"1","attributes":[A]}}""", "FAIL GR2-JSON-003")]
    [TestCase("""{"service_code":"1","attributes":{"attribute":[A]}}""", "FAIL GR2-JSON-004")]
    [TestCase("""{"service_code":"1","attributes":A}""", "FAIL GR2-JSON-004")]
    [TestCase("""{"attributes":[A]}""", "FAIL GR2-DEF-001")]
    public void Wrappers_in_JSON_are_reported_and_read_through(string body, string finding) =>
        Shaping.Judge("service_definition", DataFormat.Json, body.Replace("A", """{"variable":true,"code":"W","datatype":"string","required":false,"datatype_description":"","order":1,"description":"What?"}"""))
            .Where(f => !f.StartsWith("INFO", StringComparison.Ordinal)).Should().Equal(finding);

    [TestCase("\"order\":1.0", "WARN GR2-JSON-010")]
    [TestCase("\"order\":\"1\"", "WARN GR2-JSON-010")]
    [TestCase("\"order\":0.5", "FAIL GR2-DEF-010")]
    public void Order_in_JSON_is_an_integer(string order, string finding) =>
        Shaping.Judge("service_definition", DataFormat.Json, $$"""{"service_code":"1","attributes":[{"variable":true,"code":"W","datatype":"string","required":false,"datatype_description":null,{{order}},"description":"What?"}]}""")
            .Should().Equal(finding);

    static IReadOnlyList<string> Xml(string attributes) =>
        Shaping.Judge("service_definition", DataFormat.Xml, $"<service_definition><service_code>1</service_code><attributes>{attributes}</attributes></service_definition>");
}
