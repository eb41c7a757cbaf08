namespace Open311.Selftest.Trials;

/// <summary>Where a fixture stands.</summary>
internal static class FixturePlace
{
    /// <summary>The file without folder and extension: <c>fixtures/faults/dates.yaml:12</c> gives <c>dates</c>.</summary>
    public static string Area(string source) => Path.GetFileNameWithoutExtension(source[..source.LastIndexOf(':')]);
}
