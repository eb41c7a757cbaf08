using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Judging;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Judging;

public sealed class BlockerTests
{
    const string What = "GET services.xml";

    [TestCase(200)]
    [TestCase(404)]
    [TestCase(499)]
    [TestCase(301)]
    public void An_answer_below_500_can_be_judged(int status) => Blocker.Of(Replies.Of(status)).Should().BeNull();

    [Test]
    public void Nobody_is_to_blame_for_too_many_requests() =>
        Blocker.Of(Replies.Of(429)).Should().Be(new Blocker(null, $"{What} was answered 429 (too many requests)"));

    [TestCase(500)]
    [TestCase(501)]
    [TestCase(599)]
    public void A_server_error_is_charged(int status) => Blocker.Of(Replies.Of(status)).Should().Be(new Blocker("GR2-HTTP-011", $"{What} was answered {status}"));

    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public void Infrastructure_is_forgiven_once_and_charged_when_it_repeats(int status)
    {
        Blocker.Of(Replies.Of(status)).Should().Be(new Blocker(null, $"{What} was answered {status} by the infrastructure"));
        Blocker.Of(Replies.Repeated(status, status)).Should().Be(new Blocker("GR2-HTTP-011", $"{What} was answered {status}"));
        Blocker.Of(Replies.Repeated(500, status))!.Requirement.Should().Be("GR2-HTTP-011");
        Blocker.Of(Replies.Repeated(404, status))!.Requirement.Should().BeNull();
    }

    [TestCase(ExchangeOutcome.Broken, "GR2-HTTP-015", "GET services.xml did not arrive whole: nothing came.")]
    [TestCase(ExchangeOutcome.NoAnswer, "GR2-HTTP-015", "GET services.xml did not arrive whole: nothing came.")]
    [TestCase(ExchangeOutcome.NotRecorded, null, "GET services.xml: nothing came.")]
    [TestCase(ExchangeOutcome.TimedOut, null, "GET services.xml was not answered: nothing came")]
    [TestCase(ExchangeOutcome.ConnectionRefused, null, "GET services.xml was not answered: nothing came")]
    public void What_did_not_arrive_says_how(ExchangeOutcome outcome, string? charged, string reason) =>
        Blocker.Of(Replies.Without(outcome, "nothing came.")).Should().Be(new Blocker(charged, reason));

    [Test]
    public void What_is_not_in_a_recording_says_so() =>
        Blocker.Of(Replies.Without(ExchangeOutcome.NotRecorded, null))!.Reason.Should().Be($"{What}: it is not in the recording");

    [Test]
    public void Redirects_that_end_nowhere_are_charged() =>
        Blocker.Of(Replies.Redirected("http://city.example/a", "", 302, problem: "it goes round in circles")).Should().Be(new Blocker("GR2-HTTP-001", "it goes round in circles"));

    [Test]
    public void A_login_page_behind_a_redirect_is_not_the_resource()
    {
        const string Page = "<!DOCTYPE html><html><body>Log in</body></html>";
        var led = Replies.Redirected("http://city.example/login", Page);
        Blocker.LedElsewhere(led).Should().BeTrue();
        Blocker.Of(led).Should().Be(new Blocker("GR2-HTTP-001", $"{What} is redirected to http://city.example/login, which is an HTML page"));

        Blocker.Of(Replies.Redirected("http://city.example/elsewhere.xml", "<services/>")).Should().BeNull("the resource may live elsewhere");
        Blocker.Of(Replies.Redirected("https://city.example/v2/services.xml", Page)).Should().BeNull("the path is the same");
        Blocker.Of(Replies.Redirected("http://city.example/login", Page, 404)).Should().BeNull("an error page is judged as one");
        Blocker.Of(Replies.Of(200, Page)).Should().BeNull("nothing was redirected");
        Blocker.Of(Replies.Redirected("http://city.example/login", Page, ask: Ask.Discovery(DataFormat.Xml))).Should().BeNull("discovery is looked for by its content");
    }

    [Test]
    public void What_cannot_be_read_is_charged_by_resource_and_format()
    {
        Blocker.OfDocument(Replies.Of(200)).Should().BeNull();
        Blocker.OfDocument(Replies.Of(500))!.Requirement.Should().Be("GR2-HTTP-011");
        Unreadable(Ask.Services(DataFormat.Xml)).Requirement.Should().Be("GR2-XML-001");
        Unreadable(Ask.Services(DataFormat.Json)).Requirement.Should().Be("GR2-JSON-001");
        Unreadable(Ask.Discovery(DataFormat.Xml)).Requirement.Should().Be("SD-FMT-001");
        Unreadable(Ask.Discovery(DataFormat.Json)).Requirement.Should().Be("SD-FMT-004");
        Unreadable(Ask.Services(DataFormat.Xml)).Reason.Should().StartWith("services.xml cannot be read as Xml: ").And.NotContain("there is no document");
    }

    static Blocker Unreadable(Ask ask) => Blocker.OfDocument(Replies.Of(200, "", ask))!;
}
