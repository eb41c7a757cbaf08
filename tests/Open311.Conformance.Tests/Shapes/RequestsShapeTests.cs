using Open311.Protocol;

namespace Open311.Conformance.Tests.Shapes;

public class RequestsShapeTests
{
    const string Good = "<request><service_request_id>638344</service_request_id><status>closed</status><status_notes>Done</status_notes><service_name>Curb</service_name><service_code>006</service_code><description>A hole</description><agency_responsible/><service_notice/><requested_datetime>2026-04-14T06:37:38-08:00</requested_datetime><updated_datetime>2026-04-14T07:37:38-08:00</updated_datetime><expected_datetime>2026-04-15T06:37:38-08:00</expected_datetime><address>8TH AVE</address><address_id>545483</address_id><zipcode>94122</zipcode><lat>37.762221815</lat><long>-122.4651145</long><media_url>http://city.example/638344.jpg</media_url></request>";
    const string GoodJson = """{"service_request_id":638344,"status":"closed","status_notes":"Done","service_name":"Curb","service_code":"006","description":"A hole","agency_responsible":null,"service_notice":null,"requested_datetime":"2026-04-14T06:37:38-08:00","updated_datetime":"2026-04-14T07:37:38-08:00","expected_datetime":"2026-04-15T06:37:38-08:00","address":"8TH AVE","address_id":"545483","zipcode":"94122","lat":37.762221815,"long":-122.4651145,"media_url":"http://city.example/638344.jpg"}""";

    [Test]
    public void A_correct_item_passes_in_both_formats()
    {
        Xml(Good).Should().BeEmpty();
        Json(GoodJson).Should().BeEmpty();
    }

    [TestCase("<service_request_id>638344</service_request_id>", "", "FAIL GR2-REQS-002")]
    [TestCase("<service_request_id>638344</service_request_id>", "<token>12</token>", "WARN GR2-REQS-002", "WARN GR2-XML-004")]
    [TestCase("<status>closed</status>", "<status>Closed</status>", "FAIL GR2-REQS-004")]
    [TestCase("<status>closed</status>", "<status>in_progress</status>", "FAIL GR2-REQS-004")]
    [TestCase("<status>closed</status>", "", "FAIL GR2-REQS-004")]
    [TestCase("<status_notes>Done</status_notes>", "")]
    [TestCase("<service_name>Curb</service_name>", "", "FAIL GR2-REQS-007")]
    [TestCase("<service_name>Curb</service_name>", "<service_name/>", "WARN GR2-REQS-007")]
    [TestCase("<service_code>006</service_code>", "<service_code/>", "FAIL GR2-REQS-006")]
    [TestCase("<requested_datetime>2026-04-14T06:37:38-08:00</requested_datetime>", "", "FAIL GR2-REQS-008")]
    [TestCase("2026-04-14T06:37:38-08:00", "2026-04-14 06:37:38", "FAIL GR2-DATE-001", "FAIL GR2-DATE-002")]
    [TestCase("2026-04-14T06:37:38-08:00", "2026-04-14T06:37:38", "FAIL GR2-DATE-002")]
    [TestCase("2026-04-14T06:37:38-08:00", "2026-04-14T06:37:38-0800", "FAIL GR2-DATE-002")]
    [TestCase("2026-04-14T06:37:38-08:00", "2026-04-14T06:37-08:00", "WARN GR2-DATE-001")]
    [TestCase("2026-04-14T06:37:38-08:00", "2026-04-14T06:37:38.1234567-08:00")]
    [TestCase("2026-04-14T06:37:38-08:00", "2026-04-14t06:37:38-08:00", "WARN GR2-DATE-001")]
    [TestCase("2026-04-14T06:37:38-08:00", "2026-04-14T06:37:38-00:00", "WARN GR2-DATE-002")]
    [TestCase("2026-04-14T06:37:38-08:00", "2026-02-30T06:37:38-08:00", "FAIL GR2-DATE-001")]
    [TestCase("2026-04-14T06:37:38-08:00", "1776170258", "FAIL GR2-DATE-001")]
    [TestCase("<updated_datetime>2026-04-14T07:37:38-08:00</updated_datetime>", "", "WARN GR2-REQS-009")]
    [TestCase("<updated_datetime>2026-04-14T07:37:38-08:00</updated_datetime>", "<updated_datetime/>", "WARN GR2-REQS-009")]
    [TestCase("2026-04-14T07:37:38-08:00", "2026-04-14T05:37:38-08:00", "WARN GR2-DATE-005")]
    [TestCase("2026-04-14T07:37:38-08:00", "2026-08-14T05:37:38-08:00", "WARN GR2-DATE-005")]
    [TestCase("<zipcode>94122</zipcode>", "", "WARN GR2-REQS-010")]
    [TestCase("<zipcode>94122</zipcode>", "<zipcode>00000</zipcode>", "INFO GR2-REQS-045")]
    [TestCase("<lat>37.762221815</lat>", "<lat/>", "FAIL GR2-REQS-014")]
    [TestCase("<lat>37.762221815</lat>", "<lat>37,762</lat>", "FAIL GR2-REQS-015")]
    [TestCase("<lat>37.762221815</lat>", "<lat>97.7</lat>", "FAIL GR2-REQS-015")]
    [TestCase("<lat>37.762221815</lat>", "<lat>3.7762e1</lat>", "WARN GR2-REQS-015")]
    [TestCase("<lat>37.762221815</lat>", "<lat>37°45'</lat>", "FAIL GR2-REQS-015")]
    [TestCase("<lat>37.762221815</lat><long>-122.4651145</long>", "<lat>0</lat><long>0.0</long>", "WARN GR2-REQS-016")]
    [TestCase("http://city.example/638344.jpg", "/638344.jpg", "FAIL GR2-REQS-017")]
    [TestCase("http://city.example/638344.jpg", "http://city.example/a b.jpg", "WARN GR2-REQS-017")]
    [TestCase("http://city.example/638344.jpg", "http://city.example/638344.jpg ", "WARN GR2-REQS-017", "WARN GR2-XML-011")]
    [TestCase("http://city.example/638344.jpg", "http://a.example/1.jpg,http://a.example/2.jpg", "FAIL GR2-REQS-017")]
    [TestCase("<description>A hole</description>", "<description>A &lt;br/&gt; hole</description>", "WARN GR2-REQS-013")]
    [TestCase("<address>8TH AVE</address>", "<address><street>8TH</street></address>", "FAIL GR2-XML-008", "WARN GR2-REQS-043")]
    [TestCase("<agency_responsible/>", "<agency_responsible><recipient>x</recipient></agency_responsible>", "FAIL GR2-XML-008", "INFO GR2-REQS-005")]
    [TestCase("<zipcode>94122</zipcode>", "<zipcode>94122</zipcode><requestor_name>Jo</requestor_name>", "WARN GR2-CON-017", "WARN GR2-XML-004")]
    public void One_defect_in_XML_trips_its_own_requirement(string good, string bad, params string[] findings) =>
        Xml(Good.Replace(good, bad)).Should().Equal(findings);

    [TestCase("\"lat\":37.762221815", "\"lat\":\"37.762221815\"", "WARN GR2-JSON-009")]
    [TestCase("\"requested_datetime\":\"2026-04-14T06:37:38-08:00\"", "\"requested_datetime\":1776170258", "FAIL GR2-DATE-001")]
    [TestCase("\"zipcode\":\"94122\"", "\"zipcode\":2139")]
    [TestCase("\"agency_responsible\":null", "\"agency_responsible\":{\"recipient\":[\"x\"]}", "FAIL GR2-JSON-006", "INFO GR2-REQS-005")]
    [TestCase("\"media_url\":\"http://city.example/638344.jpg\"", "\"media_url\":[\"http://city.example/638344.jpg\"]", "FAIL GR2-JSON-006")]
    public void One_defect_in_JSON_trips_its_own_requirement(string good, string bad, params string[] findings) =>
        Json(GoodJson.Replace(good, bad)).Should().Equal(findings);

    [TestCase(4000)]
    [TestCase(4001, "FAIL GR2-REQS-012")]
    public void Descriptions_are_counted_in_code_points(int emojis, params string[] findings) =>
        Xml(Good.Replace("A hole", string.Concat(Enumerable.Repeat("🚲", emojis)))).Should().Equal(findings);

    [Test]
    public void Ids_are_unique() => Xml(Good + Good).Should().Equal("FAIL GR2-REQS-003");

    [Test]
    public void An_open_request_that_was_never_updated_is_a_note() =>
        Xml(Good.Replace("<status>closed", "<status>open").Replace("<updated_datetime>2026-04-14T07:37:38-08:00</updated_datetime>", "<updated_datetime/>")).Should().Equal("INFO GR2-REQS-009");

    [TestCase("service_requests/service_request", "FAIL GR2-XML-007")]
    [TestCase("requests/request", "FAIL GR2-XML-002")]
    public void Items_under_other_names_are_reported_and_judged(string names, string finding)
    {
        var (root, item) = (names.Split('/')[0], names.Split('/')[1]);
        var body = $"<{root}>{Good.Replace("<request>", $"<{item}>").Replace("</request>", $"</{item}>").Replace("closed", "done")}</{root}>";
        Shaping.Judge("service_requests", DataFormat.Xml, body).Should().Equal("FAIL GR2-REQS-004", finding);
    }

    [Test]
    public void A_single_request_answers_for_its_fields_under_one_requirement()
    {
        Shaping.Judge("service_request", DataFormat.Xml, $"<service_requests>{Good.Replace("closed", "done")}</service_requests>").Should().Equal("FAIL GR2-REQ-004");
        Shaping.Judge("service_request", DataFormat.Xml, $"<service_requests>{Good.Replace("<zipcode>94122</zipcode>", "")}</service_requests>").Should().Equal("WARN GR2-REQ-004");
        Shaping.Judge("service_request", DataFormat.Xml, $"<service_requests>{Good.Replace("38-08:00", "38")}</service_requests>").Should().Equal("FAIL GR2-DATE-002");
    }

    [Test]
    public void An_element_of_the_vendor_is_no_element_of_the_specification_however_often_it_occurs()
    {
        Xml(Good.Replace("<lat>", "<vendor/><vendor/><lat>")).Should().Equal("WARN GR2-XML-004");
        var passes = Shaping.Passes("service_requests", DataFormat.Xml, $"<service_requests>{Good.Replace("<lat>", "<vendor/><lat>")}</service_requests>");
        passes.Should().NotContain("GR2-XML-004").And.Contain(["GR2-XML-008", "GR2-XML-009"]);
        Shaping.Passes("service_requests", DataFormat.Xml, $"<service_requests>{Good}</service_requests>").Should().Contain(["GR2-XML-004", "GR2-XML-008", "GR2-XML-009"]);
        Shaping.Passes("service_requests", DataFormat.Xml, $"<service_requests>{Good.Replace("zipcode>", "Zip-Code>")}</service_requests>").Should().NotContain("GR2-XML-009");
    }

    [Test]
    public void Of_attributes_that_is_named_which_holds_data()
    {
        var told = Shaping.Told("service_requests", DataFormat.Xml, $"<service_requests>{Good.Replace("<lat>", "<lat xmlns:v='http://v.example/' type='integer' unit='degree'>")}</service_requests>", 200);
        told.Should().Contain(t => t.Contains("<lat> carries the attribute unit; data belongs in elements.")).And.Contain(t => t.Contains("<lat> declares the namespace http://v.example/."));
    }

    [Test]
    public void What_stands_in_for_a_field_is_named()
    {
        var told = Shaping.Told("service_requests", DataFormat.Xml, $"<service_requests>{Good.Replace("service_request_id>", "token>")}</service_requests>", 200);
        told.Should().Contain(t => t.Contains("GR2-REQS-002 Xml: service_request_id is missing; token stands in for it. | service_request_id with a value | token"));
        told = Shaping.Told("service_requests", DataFormat.Xml, $"<service_requests>{Good.Replace("<status>closed</status>", "<status/><Status>closed</Status>")}</service_requests>", 200);
        told.Should().Contain(t => t.Contains("GR2-REQS-004 Xml: status is empty. |"));
        told = Shaping.Told("service_requests", DataFormat.Xml, $"<service_requests>{Good.Replace("<lat>", "<v:lat xmlns:v='http://v.example/'>").Replace("</lat>", "</v:lat>")}</service_requests>", 200);
        told.Should().Contain(t => t.Contains("<v:lat> in namespace http://v.example/ stands where <lat> without a prefix is expected. | <lat> |"));
    }

    [Test]
    public void The_length_of_a_description_is_counted_in_characters()
    {
        static string Of(string text) => GoodJson.Replace("A hole", text);
        Json(Of(new string('x', 4000))).Should().BeEmpty();
        Json(Of(string.Concat(Enumerable.Repeat("\U0001F6B2", 4000)))).Should().BeEmpty("a character outside the first plane is one");
        Json(Of(new string('x', 3999) + "\\r\\n")).Should().BeEmpty("a line end is one");
        Json(Of(new string('x', 4000) + "\\r\\n")).Should().Equal("FAIL GR2-REQS-012");
        Shaping.Told("service_requests", DataFormat.Json, $"[{Of(new string('x', 4001))}]", 200)
            .Should().Contain(t => t.Contains("description has 4001 characters; at most 4000 are allowed. | at most 4000 characters | 4001 characters |"));
    }

    [TestCase("Fish &amp;amp; chips", "WARN GR2-REQS-013")]
    [TestCase("&lt;b&gt;Urgent&lt;/b&gt;", "WARN GR2-REQS-013")]
    [TestCase("1 &lt; 2 &amp; 3 &gt; 2")]
    [TestCase("AT&amp;T; R&amp;D")]
    public void Markup_in_a_description_is_noticed_and_signs_are_not(string text, params string[] findings) =>
        Xml(Good.Replace("A hole", text)).Should().Equal(findings);

    [Test]
    public void A_field_of_a_single_request_is_charged_to_the_request_and_names_its_own_requirement()
    {
        Shaping.Roots("service_request", DataFormat.Xml, $"<service_requests>{Good.Replace("closed", "done")}</service_requests>").Should().Equal("GR2-REQ-004 from GR2-REQS-004");
        Shaping.Roots("service_request", DataFormat.Xml, $"<service_requests>{Good.Replace("2026-04-14T06:37:38-08:00", "2026-04-14 06:37:38")}</service_requests>").Should().Contain("GR2-DATE-002 from GR2-DATE-001");
    }

    // The helper holds counts with and without memory against each other; the third of equal items is only counted.
    [TestCase(3)]
    [TestCase(4)]
    public void Equal_items_count_as_often_as_they_stand_there(int times)
    {
        var others = Good.Replace("638344<", "7<");
        Shaping.Judge("service_requests", DataFormat.Xml, $"<service_requests>{string.Concat(Enumerable.Repeat(Good, times))}{others}{others}</service_requests>").Should().Equal("FAIL GR2-REQS-003");
    }

    static IReadOnlyList<string> Xml(string items) => Shaping.Judge("service_requests", DataFormat.Xml, $"<service_requests>{items}</service_requests>");

    static IReadOnlyList<string> Json(string items) => Shaping.Judge("service_requests", DataFormat.Json, $"[{items}]");
}
