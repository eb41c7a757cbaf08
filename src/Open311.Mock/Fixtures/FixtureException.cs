namespace Open311.Mock.Fixtures;

/// <summary>A fixture file cannot be used. The message is one sentence that opens with file and line.</summary>
/// <param name="file">The file as named by whoever asked for it.</param>
/// <param name="line">From 1; 0 when the whole file is meant.</param>
/// <param name="problem">What is wrong and what was expected, without file and line.</param>
public sealed class FixtureException(string file, long line, string problem)
    : Exception(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}")
{
    /// <summary>The file that cannot be used.</summary>
    public string File { get; } = file;

    /// <summary>The line at fault, from 1; 0 when the whole file is meant.</summary>
    public long Line { get; } = line;
}
