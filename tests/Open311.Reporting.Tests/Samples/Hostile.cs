using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Preflight;

namespace Open311.Reporting.Tests.Samples;

/// <summary>A run against a server that wants to live in the report, and to leak the key into it.</summary>
static class Hostile
{
    public const string Key = "s3cr3t/K€y+42";

    /// <summary>Markup, Markdown, CDATA ends, control and bidirectional characters, half a surrogate pair, and the key three times.</summary>
    public const string Text =
        "</style></script><script>alert(1)</script><img src=x onerror=alert(2)>]]>--> \" onmouseover=\"alert(3)\" 'x "
        + "[click](javascript:alert(4)) ![i](https://evil.example/x.png) <https://evil.example> www.evil.example @evil `` ` ``` |a|b| "
        + "\u0000\u0007\u001b[31m\u202Egnp.exe\u2066\u200b\uD800 &amp; &#x3c;script&#x3e; \n# heading\n- item\n"
        + Key + " s3cr3t%2FK%E2%82%ACy%2B42 S3CR3T%2fk%e2%82%acy%2b42";

    public static RunReport Run()
    {
        var report = Runs.OneFailure();
        return report with
        {
            TargetName = Text,
            Target = report.Target with
            {
                ApiKey = Key,
                Jurisdictions = [Text],
                Endpoint = new Uri($"https://operator:pass%2Dphrase@city.example/open311/v2?api_key={Uri.EscapeDataString(Key)}"),
                ExtraHeaders = [new("Authorization", "Bearer t0ps3cret")],
            },
            Incomplete = Text,
            Preflight = new PreflightResult(PreflightState.Ready, Text, Text, [Text]),
            Classes = [.. report.Classes.Select(c => c with { Why = Text })],
            Causes = [.. report.Causes.Select(c => c with { Headline = Text })],
            Findings = [.. report.Findings.Select(Poison)],
            Notes = [Text, "Bearer t0ps3cret"],
            Errors = [Text],
            Exchanges = [Poison(Sample.Exchange(1), 1), Poison(Sample.Exchange(2), 2)],
        };
    }

    static Finding Poison(Finding finding) => finding with
    {
        Case = Text,
        Message = Text,
        Expected = Text,
        Actual = Text,
        Pointer = Text,
        Fix = finding.Fix is null ? null : Text,
        More = [.. finding.More.Select(seen => seen with { Message = Text, Actual = Text, Pointer = Text })],
        Line = 2,
    };

    static Exchange Poison(Exchange exchange, int number) => exchange with
    {
        Request = exchange.Request with
        {
            Url = new Uri($"https://city.example/open311/v2/requests/{Uri.EscapeDataString(Key)}.xml?q='$(touch x)`&api_key={Uri.EscapeDataString(Key)}&n={number}"),
            Headers = [new("X-Text", Text), new("Authorization", "Bearer t0ps3cret")],
            CaseId = Text,
        },
        Outcome = ExchangeOutcome.Broken,
        Problem = Text,
        Answer = exchange.Answer! with
        {
            Reason = Text,
            Headers = [new("X-Text", Text), new(Text, Text), new("Set-Cookie", "session=abc"), .. exchange.Answer.Headers],
            Body = Encoding.UTF8.GetBytes($"<a>\n{new string('x', 200)}{Key}{Text}\n{Text}</a>"),
        },
    };
}
