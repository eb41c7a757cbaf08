using Open311.Conformance.Fixtures;

namespace Open311.Conformance.NUnit.Judging;

/// <summary>What keeps a server from being judged, in a sentence.</summary>
static class Trouble
{
    /// <summary>What happened, and what it says about the server.</summary>
    public static string Sentence(Exception exception) => exception switch
    {
        ConformanceOptionsException or FixtureException => $"The options cannot be used, so that nothing was tested: {exception.Message}",
        _ => $"The server could not be started or judged, so that this says nothing about conformance: {Innermost(exception)}\n{exception}",
    };

    static string Innermost(Exception exception)
    {
        var inner = exception.GetBaseException();
        return $"{inner.GetType().Name}: {inner.Message}";
    }
}
