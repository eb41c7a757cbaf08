namespace Open311.Recordings.Exporting;

/// <summary>A cassette in the form of another program.</summary>
/// <param name="Files">To be written as they are.</param>
/// <param name="Questions">How many different questions it answers.</param>
/// <param name="Notes">Sentences on what that form cannot say; each names its take.</param>
public sealed record ExportResult(IReadOnlyList<ExportedFile> Files, int Questions, IReadOnlyList<string> Notes);
