namespace Open311.Reporting;

/// <summary>The forms a report is written in.</summary>
public enum ReportFormat
{
    /// <summary><c>report.html</c>: one self-contained page for people.</summary>
    Html,

    /// <summary><c>report.json</c>: schema <c>open311-report/1</c>.</summary>
    Json,

    /// <summary><c>report.junit.xml</c>: for CI systems.</summary>
    Junit,

    /// <summary><c>report.md</c>: for a CI job summary.</summary>
    Markdown,

    /// <summary><c>badge.svg</c> to look at, and <c>badge.json</c> for shields.io (its endpoint schema).</summary>
    Badge,
}
