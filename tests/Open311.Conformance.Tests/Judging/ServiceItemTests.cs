using System.Text;
using Open311.Conformance.Judging;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Tests.Judging;

public sealed class ServiceItemTests
{
    [TestCase("true", true)]
    [TestCase("TRUE", true)]
    [TestCase("1", true)]
    [TestCase("yes", true)]
    [TestCase("false", false)]
    [TestCase("False", false)]
    [TestCase("0", false)]
    [TestCase("no", false)]
    [TestCase("maybe", null)]
    [TestCase("", null)]
    public void Metadata_is_understood_in_any_spelling(string text, bool? metadata) =>
        new ServiceItem(Node($"<service><metadata>{text}</metadata></service>")).Metadata.Should().Be(metadata);

    [Test]
    public void Reads_what_cases_ask_for()
    {
        var service = new ServiceItem(Node("<service><service_code>001</service_code><service_name>Pothole</service_name><type>batch</type></service>"));
        (service.Code, service.Name, service.Type, service.Metadata).Should().Be(("001", "Pothole", "batch", null));
    }

    [Test]
    public void A_code_too_long_for_a_URL_is_not_asked_for()
    {
        new ServiceItem(Node($"<service><service_code>{new string('x', 2000)}</service_code></service>")).Code.Should().HaveLength(2000);
        new ServiceItem(Node($"<service><service_code>{new string('x', 2001)}</service_code></service>")).Code.Should().BeNull();
    }

    [Test]
    public void Reads_requests_and_their_instants()
    {
        var request = new RequestItem(Node("<request><service_request_id>7</service_request_id><status>open</status><service_code>001</service_code><requested_datetime>2026-06-15T12:00:00+02:00</requested_datetime><updated_datetime>yesterday</updated_datetime></request>"));
        (request.Id, request.Status, request.ServiceCode).Should().Be(("7", "open", "001"));
        request.Requested.Should().Be(new DateTimeOffset(2026, 6, 15, 10, 0, 0, TimeSpan.Zero));
        request.Updated.Should().BeNull();
    }

    static Node Node(string xml) => DocumentReader.Read(Encoding.UTF8.GetBytes(xml), DataFormat.Xml).Document!.Root;
}
