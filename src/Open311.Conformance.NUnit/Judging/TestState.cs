namespace Open311.Conformance.NUnit.Judging;

/// <summary>All that NUnit knows about a test.</summary>
enum TestState
{
    Passed,
    Warned,
    Failed,
    Inconclusive,
    Ignored,
}
