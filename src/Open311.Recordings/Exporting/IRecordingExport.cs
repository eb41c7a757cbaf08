using Open311.Recordings.Storing;

namespace Open311.Recordings.Exporting;

/// <summary>A form in which a recording is given to other tools.</summary>
public interface IRecordingExport
{
    /// <summary>What it is called on the command line, such as <c>har</c>.</summary>
    string Name { get; }

    /// <summary>What it is, in a sentence.</summary>
    string Description { get; }

    /// <summary>Writes the recording.</summary>
    /// <param name="recording">What to write.</param>
    /// <param name="path">The file or, for forms of many files, the directory. It does not exist yet.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <returns>Sentences on what this form cannot say; empty where it says all.</returns>
    IReadOnlyList<string> Write(Recording recording, string path);
}
