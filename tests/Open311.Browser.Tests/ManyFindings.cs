using Open311.Conformance.Findings;
using Open311.Protocol;
using Open311.Reporting;
using Open311.Reporting.Languages;
using Open311.Reporting.Tests.Samples;

namespace Open311.Browser.Tests;

/// <summary>Reports with as many violations as are wanted, each with evidence, an excerpt and lines of a megabyte in what was received.</summary>
internal static class ManyFindings
{
    const string Body = """
        <?xml version="1.0" encoding="utf-8"?>
        <services>
          <service><service_code>001</service_code><type>Realtime</type></service>
          <service><service_code>002</service_code><type>batch</type></service>
        </services>
        """;

    /// <summary>Writes one into a folder.</summary>
    public static async Task<FileInfo> WriteAsync(int count, DirectoryInfo folder)
    {
        var line = new string('y', 1_000_000);
        var report = Sample.Run(RunOutcome.Nonconformant) with
        {
            Exchanges = [.. Enumerable.Range(1, count).Select(n => Sample.Exchange(n, $"requests.xml?n={n}", n % 100 == 0 ? Body.Replace("Realtime", line, StringComparison.Ordinal) : Body))],
            Findings = [.. Enumerable.Range(1, count).Select(n => Sample.Fail($"GR2-SVC-{n:0000}", DataFormat.Xml) with { Exchange = n, Actual = n % 100 == 0 ? line : $"value {n}" })],
        };
        var files = await new ReportWriter(Language.English).WriteAsync(report, folder, new HashSet<ReportFormat> { ReportFormat.Html });
        return files.Single(f => f.Extension == ".html");
    }
}
