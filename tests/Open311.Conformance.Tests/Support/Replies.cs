using System.Text;
using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Support;

/// <summary>Answers made by hand, for what looks at one answer alone.</summary>
static class Replies
{
    static readonly Uri url = new("http://city.example/v2/services.xml");

    /// <summary>An answer to a question for the service list in XML, or to another.</summary>
    public static Reply Of(int status, string body = "<services/>", Ask? ask = null, string contentType = "text/xml") =>
        new(ask ?? Ask.Services(DataFormat.Xml), new Inquiry { Attempts = [Answered(status, body, url, contentType)] });

    /// <summary>Attempts one after the other.</summary>
    public static Reply Repeated(params int[] statuses) =>
        new(Ask.Services(DataFormat.Xml), new Inquiry { Attempts = [.. statuses.Select(s => Answered(s, "", url))] });

    /// <summary>No answer.</summary>
    public static Reply Without(ExchangeOutcome outcome, string? problem = "nothing came") => new(Ask.Services(DataFormat.Xml), new Inquiry
    {
        Attempts = [new Exchange { Request = new ProbeRequest { Url = url }, Outcome = outcome, Problem = problem }],
    });

    /// <summary>A redirect to another place that answers so.</summary>
    public static Reply Redirected(string to, string body, int status = 200, Ask? ask = null, string? problem = null) => new(ask ?? Ask.Services(DataFormat.Xml), new Inquiry
    {
        Attempts = [Answered(302, "", url)],
        Hops = [Answered(status, body, new Uri(to))],
        RedirectProblem = problem,
    });

    static Exchange Answered(int status, string body, Uri at, string contentType = "text/xml") => new()
    {
        Request = new ProbeRequest { Url = at },
        Outcome = ExchangeOutcome.Answered,
        Answer = new Answer { Status = status, Headers = [new("Content-Type", contentType)], Body = Encoding.UTF8.GetBytes(body) },
    };
}
