using Open311.Protocol;

namespace Open311.Conformance.Tests.Shapes;

public class ErrorsAndDiscoveryShapeTests
{
    const string Discovery = "<discovery><changeset>2011-02-03 14:18</changeset><contact>x@city.example</contact><key_service>Ask</key_service><endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification><url>http://city.example/v2</url><changeset>2010-11-23 09:01</changeset><type>test</type><formats><format>text/xml</format><format>application/json</format></formats></endpoint></endpoints></discovery>";

    [TestCase("<errors><error><code>404</code><description>No such service_code.</description></error></errors>")]
    [TestCase("<errors><error><code>E-17</code><description>No such service_code.</description></error></errors>", "INFO GR2-ERR-005")]
    [TestCase("<errors><error><code>404</code></error></errors>", "FAIL GR2-ERR-006")]
    [TestCase("<errors><error><description>No such service_code.</description></error></errors>", "FAIL GR2-ERR-004")]
    [TestCase("<errors><error><code>404</code><message>No.</message></error></errors>", "FAIL GR2-ERR-006")]
    [TestCase("<error><code>404</code><description>No.</description></error>", "FAIL GR2-ERR-002", "FAIL GR2-XML-002")]
    [TestCase("<errors><item><code>404</code><description>No.</description></item></errors>", "FAIL GR2-ERR-002", "FAIL GR2-XML-007")]
    [TestCase("<errors/>", "FAIL GR2-ERR-002")]
    [TestCase("<errors><error><code>404</code><description>at City.Web.Find(String id) in C:\\x.cs:line 3</description></error></errors>", "WARN GR2-ERR-006")]
    [TestCase("<errors><error><code>404</code><description>error</description></error></errors>", "WARN GR2-ERR-006")]
    public void Errors_in_XML(string body, params string[] findings) =>
        Shaping.Judge("errors", DataFormat.Xml, body, 404).Should().Equal(findings);

    [TestCase("""[{"code":404,"description":"No such service_code."}]""")]
    [TestCase("""[{"code":"404","description":"No such service_code."},{"code":404,"description":"And more."}]""")]
    [TestCase("""{"errors":[{"code":404,"description":"No."}]}""", "FAIL GR2-ERR-003")]
    [TestCase("""{"code":404,"description":"No."}""", "FAIL GR2-ERR-003")]
    [TestCase("""[{"description":"tickets/unknown"}]""", "FAIL GR2-ERR-004")]
    [TestCase("[]", "FAIL GR2-ERR-003")]
    public void Errors_in_JSON(string body, params string[] findings) =>
        Shaping.Judge("errors", DataFormat.Json, body, 404).Should().Equal(findings);

    [TestCase("", "")]
    [TestCase("<changeset>2011-02-03 14:18</changeset>", "", "FAIL SD-DOC-001")]
    [TestCase("<changeset>2011-02-03 14:18</changeset>", "<changeset>v17-beta</changeset>", "WARN SD-DOC-002")]
    [TestCase("<changeset>2011-02-03 14:18</changeset>", "<changeset>1296742680</changeset>", "INFO SD-DOC-002")]
    [TestCase("<contact>x@city.example</contact>", "<contact/>", "FAIL SD-DOC-003")]
    [TestCase("<key_service>Ask</key_service>", "", "FAIL SD-DOC-004")]
    [TestCase("<specification>http://wiki.open311.org/GeoReport_v2</specification>", "", "FAIL SD-EP-001")]
    [TestCase("<url>http://city.example/v2</url>", "<url>city.example/v2</url>", "FAIL SD-EP-003")]
    [TestCase("<changeset>2010-11-23 09:01</changeset>", "", "FAIL SD-EP-004")]
    [TestCase("<type>test</type>", "<type>staging</type>", "FAIL SD-EP-005")]
    [TestCase("<type>test</type>", "<type>Test</type>", "WARN SD-EP-005")]
    [TestCase("<format>text/xml</format><format>application/json</format>", "", "FAIL SD-EP-006")]
    [TestCase("<format>application/json</format>", "<format>json</format>", "WARN SD-EP-007")]
    [TestCase("<format>application/json</format>", "<format>any thing</format>", "FAIL SD-EP-007")]
    [TestCase("<contact>", "<note>x</note><contact>", "WARN SD-FMT-003")]
    [TestCase("discovery>", "dicovery>", "FAIL SD-FMT-003")]
    public void Discovery_in_XML(string good, string bad, params string[] findings) =>
        Shaping.Judge("discovery", DataFormat.Xml, good.Length == 0 ? Discovery : Discovery.Replace(good, bad)).Should().Equal(findings);

    [TestCase("""{"changeset":"2011","contact":"a","key_service":"b","endpoints":[]}""", "FAIL SD-DOC-005", "INFO SD-DOC-002")]
    [TestCase("""{"discovery":{"changeset":"2011-02-03","contact":"a","key_service":"b","endpoints":[E]}}""", "FAIL SD-FMT-004")]
    [TestCase("""{"changeset":"2011-02-03","contact":"a","key_service":"b","endpoints":{"endpoint":[E]}}""", "FAIL SD-FMT-005")]
    [TestCase("""{"changeset":"2011-02-03","contact":"a","key_service":"b","endpoints":E}""", "FAIL SD-FMT-005")]
    [TestCase("""{"changeset":"2011-02-03","contact":"a","key_service":"b","endpoints":[E]}""")]
    public void Discovery_in_JSON(string body, params string[] findings) =>
        Shaping.Judge("discovery", DataFormat.Json, body.Replace("E", """{"specification":"http://wiki.open311.org/GeoReport_v2","url":"http://city.example/v2","changeset":"2010-11-23 09:01","type":"test","formats":["text/xml"]}"""))
            .Should().Equal(findings);

    [TestCase("\"text/xml\"")]
    [TestCase("{\"format\":\"text/xml\"}")]
    public void Formats_that_are_no_array_fail(string formats) =>
        Shaping.Judge("discovery", DataFormat.Json, $$"""{"changeset":"2011-02-03","contact":"a","key_service":"b","endpoints":[{"specification":"s","url":"http://city.example/v2","changeset":"2010-11-23 09:01","type":"test","formats":{{formats}}}]}""")
            .Should().Equal("FAIL SD-FMT-005");
}
