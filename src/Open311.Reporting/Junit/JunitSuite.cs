namespace Open311.Reporting.Junit;

/// <summary>A named group of test cases.</summary>
sealed record JunitSuite(string Name, IReadOnlyList<JunitCase> Cases);
