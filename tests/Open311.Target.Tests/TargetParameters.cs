using Open311.Conformance.NUnit;

namespace Open311.Target.Tests;

/// <summary>The target as the environment or a <c>.runsettings</c> file names it; the file wins.</summary>
static class TargetParameters
{
    /// <summary>The options; without a target its endpoint is empty.</summary>
    public static ConformanceOptions Options => Read(name => TestContext.Parameters[name] ?? Environment.GetEnvironmentVariable(name));

    /// <summary>Makes options of named values.</summary>
    public static ConformanceOptions Read(Func<string, string?> value)
    {
        string? Text(string name) => value(name)?.Trim() is { Length: > 0 } text ? text : null;
        string[] List(string name) => Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return new ConformanceOptions(Text("OPEN311_TARGET") ?? "")
        {
            Discovery = Text("OPEN311_DISCOVERY"),
            Jurisdictions = List("OPEN311_JURISDICTION"),
            ApiKey = Text("OPEN311_API_KEY"),
            AllowWrites = Text("OPEN311_ALLOW_WRITES") is "true" or "1",
            Production = Text("OPEN311_PRODUCTION") is "true" or "1",
            Classes = List("OPEN311_CLASS"),
            Baseline = Text("OPEN311_BASELINE"),
            Profile = Text("OPEN311_PROFILE"),
            Reports = Text("OPEN311_REPORTS"),
        };
    }
}
