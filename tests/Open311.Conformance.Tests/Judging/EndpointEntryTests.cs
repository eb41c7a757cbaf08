using Open311.Conformance.Judging;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Tests.Judging;

public sealed class EndpointEntryTests
{
    [TestCase("http://wiki.open311.org/GeoReport_v2", true, true, true)]
    [TestCase("https://wiki.open311.org/GeoReport_v2", false, true, true)]
    [TestCase("http://wiki.open311.org/GeoReport_v2/", false, true, true)]
    [TestCase("http://WIKI.open311.org/georeport_V2", false, true, false)]
    [TestCase("HTTPS://wiki.open311.org/GeoReport_v2", false, true, false)]
    [TestCase("http://wiki.open311.org/GeoReport_v1", false, false, false)]
    [TestCase("", false, false, false)]
    [TestCase(null, false, false, false)]
    public void Claims_the_specification_exactly_or_nearly(string? token, bool claims, bool means, bool nearly)
    {
        var entry = Entry(token);
        (entry.ClaimsGeoReportV2, entry.MeansGeoReportV2, entry.NearlyClaimsGeoReportV2).Should().Be((claims, means, nearly));
    }

    [TestCase("application/json", true, false)]
    [TestCase("Application/JSON; charset=utf-8", true, false)]
    [TestCase("text/json", true, false)]
    [TestCase("json", true, false)]
    [TestCase("text/xml", false, true)]
    [TestCase(" application/xml ", false, true)]
    [TestCase("xml", false, true)]
    [TestCase("text/html", false, false)]
    [TestCase("application/jsonp", false, false)]
    public void Offers_a_format_in_any_accepted_spelling(string format, bool json, bool xml)
    {
        var entry = Entry("", format);
        (entry.OffersJson, entry.OffersXml).Should().Be((json, xml));
    }

    [Test]
    public void Offers_both()
    {
        var entry = Entry("", "text/xml", "application/json");
        (entry.OffersJson, entry.OffersXml).Should().Be((true, true));
        (Entry("").OffersJson, Entry("").OffersXml).Should().Be((false, false));
    }

    [TestCase("http://city.example/v2", true)]
    [TestCase("http://city.example/v2/", true)]
    [TestCase(" http://city.example:80/v2 ", true)]
    [TestCase("http://CITY.example/v2", true)]
    [TestCase("https://city.example/v2", false)]
    [TestCase("http://city.example:8080/v2", false)]
    [TestCase("http://city.example/V2", false)]
    [TestCase("http://other.example/v2", false)]
    [TestCase("http://city.example", false)]
    [TestCase("/v2", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void Is_the_endpoint_itself_but_for_port_slash_and_case_of_the_host(string? listed, bool same) =>
        DiscoveryFinder.SameUrl(listed, new Uri("http://city.example/v2/")).Should().Be(same);

    static EndpointEntry Entry(string? token, params string[] formats) =>
        new(DocumentReader.Read("<endpoint/>"u8.ToArray(), DataFormat.Xml).Document!.Root, token, "http://city.example/v2", "test", formats);
}
