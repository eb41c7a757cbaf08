using Open311.Protocol;

namespace Open311.Conformance.Tests.Shapes;

/// <summary>One defect, one headline: what is a part of another deviation says so.</summary>
public sealed class RootTests
{
    const string Request = "<request><service_request_id>1</service_request_id><status>open</status><requested_datetime>2026-05-01T10:00:00Z</requested_datetime></request>";

    [Test]
    public void Items_in_the_namespace_of_their_root_follow_from_it()
    {
        const string Foreign = $"<service_requests xmlns='http://vendor.example/311'>{Request}</service_requests>";
        Shaping.Roots("service_requests", DataFormat.Xml, Foreign).Should().Contain(["GR2-XML-007 from GR2-XML-002", "GR2-XML-003 from GR2-XML-002"]);
    }

    [Test]
    public void Items_in_a_namespace_of_their_own_follow_from_nothing()
    {
        var foreign = $"<service_requests>{Request.Replace("<request>", "<request xmlns='http://vendor.example/311'>")}</service_requests>";
        Shaping.Judge("service_requests", DataFormat.Xml, foreign).Should().Contain("FAIL GR2-XML-007");
        Shaping.Roots("service_requests", DataFormat.Xml, foreign).Should().NotContain(r => r.StartsWith("GR2-XML-007") || r.StartsWith("GR2-XML-003"));
    }

    [Test]
    public void Errors_under_another_root_are_told_once() =>
        Shaping.Roots("errors", DataFormat.Xml, "<problems><error><code>404</code><description>No.</description></error></problems>", 404).Should().Equal("GR2-ERR-002 from GR2-XML-002");

    [TestCase("2026-05-01 10:00:00", "GR2-DATE-002 from GR2-DATE-001")]
    [TestCase("Fri, 01 May 2026 10:00:00 GMT", "GR2-DATE-002 from GR2-DATE-001")]
    [TestCase("2026-05-01", "GR2-DATE-002 from GR2-DATE-001")]
    [TestCase("2026-05-01T10:00:00")]
    [TestCase("2026-05-01T10:00:00+0200")]
    [TestCase("2026-05-01T10:00:00+25:00")]
    public void A_date_of_another_form_has_no_zone_to_speak_of(string date, params string[] roots) =>
        Shaping.Roots("service_requests", DataFormat.Xml, $"<service_requests>{Request.Replace("2026-05-01T10:00:00Z", date)}</service_requests>")
            .Where(r => r.StartsWith("GR2-DATE", StringComparison.Ordinal)).Should().Equal(roots);

    [Test]
    public void A_number_that_JSON_does_not_know_is_no_coordinate_because_of_that()
    {
        const string Body = """[{"service_request_id":"1","status":"open","lat":NaN,"long":1.5}]""";
        Shaping.Roots("service_requests", DataFormat.Json, Body).Should().Contain("GR2-REQS-015 from GR2-JSON-001");
        Shaping.Roots("service_requests", DataFormat.Json, Body.Replace("NaN", "\"NaN\"")).Should().NotContain(r => r.StartsWith("GR2-REQS-015"));
    }

    [Test]
    public void A_list_whose_items_stand_outside_is_missing_because_of_that() =>
        Shaping.Roots("discovery", DataFormat.Xml, "<discovery><changeset>2026-01-01</changeset><contact>Us</contact><key_service>Ask</key_service><endpoint><url>http://city.example/v2</url></endpoint></discovery>")
            .Should().Contain("SD-DOC-005 from SD-FMT-003");

    [Test]
    public void A_definition_without_a_container_has_no_attributes_because_of_that()
    {
        Shaping.Roots("service_definition", DataFormat.Xml, "<service_definition><service_code>1</service_code></service_definition>").Should().Contain("GR2-DEF-004 from GR2-DEF-001");
        Shaping.Judge("service_definition", DataFormat.Xml, "<service_definition><service_code>1</service_code><attributes/></service_definition>").Should().Contain("WARN GR2-DEF-004");
        Shaping.Roots("service_definition", DataFormat.Xml, "<service_definition><service_code>1</service_code><attributes/></service_definition>").Should().BeEmpty();
    }

    [TestCase("null")]
    [TestCase("{}")]
    public void An_empty_list_as_serialisers_write_it_is_tolerated(string body)
    {
        Shaping.Judge("service_requests", DataFormat.Json, body).Should().Equal("WARN GR2-JSON-002");
        Shaping.Judge("services", DataFormat.Json, body).Should().Equal("WARN GR2-JSON-002");
        Shaping.Judge("errors", DataFormat.Json, body, 404).Should().Contain("FAIL GR2-ERR-003");
    }

    [TestCase("\"\"")]
    [TestCase("7")]
    [TestCase("{\"message\":\"none\"}")]
    public void Anything_else_in_place_of_a_list_is_not(string body) =>
        Shaping.Judge("service_requests", DataFormat.Json, body).Should().Contain("FAIL GR2-JSON-002");

    [Test]
    public void Formats_in_one_text_are_told_by_the_text()
    {
        const string Discovery = """{"changeset":"2026-01-01","contact":"Us","key_service":"Ask","endpoints":[{"specification":"http://wiki.open311.org/GeoReport_v2","url":"http://city.example/v2","changeset":"2026-01-01","type":"test","formats":"text/xml,application/json"}]}""";
        Shaping.Judge("discovery", DataFormat.Json, Discovery).Should().Contain("FAIL SD-FMT-005").And.NotContain(f => f.Contains("SD-EP-007"));
        Shaping.Judge("discovery", DataFormat.Json, Discovery.Replace("text/xml,application/json", "xml;json")).Should().Contain("FAIL SD-EP-007");
    }
}
