namespace Open311.Recordings.Exporting;

/// <summary>One file of an export.</summary>
/// <param name="Path">Below the folder of the export, with slashes.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record ExportedFile(string Path, ReadOnlyMemory<byte> Bytes);
