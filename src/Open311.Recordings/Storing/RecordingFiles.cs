namespace Open311.Recordings.Storing;

/// <summary>The files of a recording, wherever they lie.</summary>
abstract class RecordingFiles
{
    /// <summary>What is said of them in messages.</summary>
    public abstract string Shown { get; }

    /// <summary>Whether there is a file of that name.</summary>
    public abstract bool Has(string name);

    /// <summary>Its bytes.</summary>
    /// <param name="name">Relative, with slashes.</param>
    /// <param name="limit">The most that is read.</param>
    /// <exception cref="RecordingException">It is missing, larger, or cannot be read.</exception>
    public abstract byte[] Bytes(string name, long limit);

    /// <summary>The name as it is told.</summary>
    public string Path(string name) => System.IO.Path.Combine(Shown, name);
}
