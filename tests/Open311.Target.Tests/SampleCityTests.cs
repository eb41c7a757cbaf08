using Open311.Conformance.NUnit;

namespace Open311.Target.Tests;

/// <summary>The vendor's three lines, as the README shows them.</summary>
public sealed class SampleCityTests() : ConformanceTests<Program>(new("/open311/v2") { ApiKey = "sample-key" });
