namespace Open311.Conformance.NUnit.Judging;

/// <summary>What a test says.</summary>
/// <param name="State">How it ends.</param>
/// <param name="Text">Why.</param>
sealed record TestVerdict(TestState State, string Text)
{
    /// <summary>Ends the test that asks.</summary>
    public void Tell()
    {
        switch (State)
        {
            case TestState.Failed:
                Assert.Fail(Text);
                break;
            case TestState.Warned:
                Assert.Warn(Text);
                break;
            case TestState.Inconclusive:
                Assert.Inconclusive(Text);
                break;
            case TestState.Ignored:
                Assert.Ignore(Text);
                break;
            default:
                Assert.Pass(Text);
                break;
        }
    }
}
