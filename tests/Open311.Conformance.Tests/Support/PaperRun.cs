using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Support;

/// <summary>Judges a paper city by the cases about requests.</summary>
public static class PaperRun
{
    static readonly Lazy<Suite> suite = new(Suite.Load);

    static readonly string[] files = ["requests.yaml", "request.yaml", "dates.yaml", "arguments.yaml", "jurisdiction.yaml"];

    /// <summary>The cases that ask for requests, single requests, dates, arguments and jurisdictions.</summary>
    public static IReadOnlyList<string> Cases => [.. suite.Value.Cases.All.Where(c => files.Any(f => c.Source.Contains($"/{f}(", StringComparison.Ordinal))).Select(c => c.Id)];

    public static async Task<RunReport> OfAsync(PaperCity city, Func<Target, Target>? aim = null, ScriptedCity? open = null)
    {
        var target = new Target { Endpoint = ScriptedQuestion.Endpoint, Only = Cases };
        return await new ConformanceSuite(suite.Value).RunAsync(
            aim is null ? target : aim(target),
            new RunSettings(),
            open ?? city.Open(),
            new FakeTimeProvider(PaperCity.Now));
    }

    /// <summary>Requirements with that verdict, each once, in order.</summary>
    public static IReadOnlyList<string> Ids(this RunReport report, Verdict verdict) =>
        [.. report.Findings.Where(f => f.Verdict == verdict).Select(f => f.Requirement.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The finding of a requirement in a format.</summary>
    public static Finding Of(this RunReport report, string requirement, DataFormat format = DataFormat.Xml) =>
        report.Findings.Single(f => f.Requirement.Id == requirement && f.Format == format);
}
