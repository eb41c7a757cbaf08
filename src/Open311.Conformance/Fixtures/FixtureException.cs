namespace Open311.Conformance.Fixtures;

/// <summary>A fixture that cannot be used. The message is one sentence: <c>file(line,column): what is wrong</c>.</summary>
public sealed class FixtureException : Exception
{
    /// <summary>Describes what is wrong, and where.</summary>
    /// <param name="file">The file as the operator knows it.</param>
    /// <param name="line">Line, from 1; 0 when the whole file is meant.</param>
    /// <param name="column">Column, from 1.</param>
    /// <param name="problem">What is wrong, what was expected.</param>
    /// <param name="cause">What led to it, if anything did.</param>
    public FixtureException(string file, int line, int column, string problem, Exception? cause = null)
        : base(line > 0 ? $"{file}({line},{column}): {problem}" : $"{file}: {problem}", cause)
    {
        File = file;
        Line = line;
        Column = column;
        Problem = problem;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Line, from 1; 0 when the whole file is meant.</summary>
    public int Line { get; }

    /// <summary>Column, from 1.</summary>
    public int Column { get; }

    /// <summary>The message without the place.</summary>
    public string Problem { get; }
}
