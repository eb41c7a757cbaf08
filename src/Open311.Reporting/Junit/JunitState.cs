namespace Open311.Reporting.Junit;

/// <summary>All that JUnit knows about a test case.</summary>
enum JunitState
{
    Passed,
    Failed,
    Error,
    Skipped,
}
