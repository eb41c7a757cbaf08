using System.Text;
using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Posting;
using Open311.Conformance.Rules.Posting;

namespace Open311.Conformance.Tests.Posting;

public class BusinessTests
{
    static readonly string[] optional = ["email", "first_name", "last_name", "phone", "media_url", "address_string"];

    [TestCase("The location is outside the service area.")]
    [TestCase("Coordinates are not within the city boundary")]
    [TestCase("The address could not be geocoded")]
    [TestCase("Duplicate of 12345, already reported")]
    [TestCase("Invalid service request: base is a duplicate.")]
    public void A_reason_of_the_city_is_told_from_one_of_the_form(string text) => Business.Reason(Refused(text)).Should().NotBeNull();

    [TestCase("lat is required")]
    [TestCase("service_code was not provided")]
    [TestCase("email is required for reports outside office hours")]
    [TestCase("Bad request")]
    public void A_reason_of_the_form_is_none_of_the_city(string text) => Business.Reason(Refused(text)).Should().BeNull();

    [TestCase("email is required", "email")]
    [TestCase("Please provide an e-mail address", "email")]
    [TestCase("First name and last name must be given", "first_name,last_name")]
    [TestCase("address_string was not provided", "address_string")]
    [TestCase("lat is required", "")]
    public void Optional_fields_that_are_demanded_are_named(string text, string names) =>
        string.Join(',', Business.Demanded(Refused(text), optional)).Should().Be(names);

    static Posted Refused(string text)
    {
        var exchange = new Exchange
        {
            Request = new ProbeRequest { Method = "POST", Url = new("https://city.example/v2/requests.xml") },
            Outcome = ExchangeOutcome.Answered,
            Answer = new Answer { Status = 400, Body = Encoding.UTF8.GetBytes($"<errors><error><code>400</code><description>{text}</description></error></errors>") },
        };
        var ask = new Ask { Resource = ResourceKind.Posted, Method = "POST", Path = "requests.xml", Format = Protocol.DataFormat.Xml };
        return new Posted(new Draft { Name = "x" }, 1, "abc-001", "001", [], new Reply(ask, new Inquiry { Attempts = [exchange] }), null);
    }
}
