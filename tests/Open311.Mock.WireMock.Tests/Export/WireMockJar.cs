using Open311.Testing;

namespace Open311.Mock.WireMock.Tests.Export;

/// <summary>Finds the jar of WireMock (Java), which the npm package wiremock brings along.</summary>
internal static class WireMockJar
{
    public const string Missing =
        "WireMock (Java) was not found. Install java, and the jar by 'npm install --prefix artifacts/peers wiremock@3.13.2', or name the jar in WIREMOCK_JAR.";

    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("WIREMOCK_JAR") is { Length: > 0 } named)
            return File.Exists(named) ? named : null;
        return new[] { Path.Combine(Repository.Root, "artifacts", "peers"), Path.Combine(Path.GetTempPath(), "peers") }
            .Select(folder => Path.Combine(folder, "node_modules", "wiremock"))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "wiremock-standalone-*.jar", SearchOption.AllDirectories))
            .FirstOrDefault();
    }
}
