namespace Open311.Recordings.Exporting;

/// <summary>The forms in which recordings are given to other tools.</summary>
public static class RecordingExports
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IRecordingExport> All { get; } =
    [
        new HarExport(),
        new StubExport("wiremock-net", "Mappings of WireMock.Net, for its folder __admin/mappings or for 'open311 mock --stubs'.", WireMockNetExport.Of),
        new StubExport("wiremock-java", "Mappings and bodies of WireMock (Java), for its --root-dir.", WireMockJavaExport.Of),
    ];
}
