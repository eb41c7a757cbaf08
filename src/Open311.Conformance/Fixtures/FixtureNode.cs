namespace Open311.Conformance.Fixtures;

/// <summary>One node of a fixture, and where it stands.</summary>
public sealed class FixtureNode
{
    internal FixtureNode(FixtureKind kind, string file, int line, int column)
    {
        Kind = kind;
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>What it is.</summary>
    public FixtureKind Kind { get; }

    /// <summary>The file it stands in.</summary>
    public string File { get; }

    /// <summary>Line, from 1.</summary>
    public int Line { get; }

    /// <summary>Column, from 1.</summary>
    public int Column { get; }

    /// <summary>The text of a scalar; empty for others.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>Whether a scalar was written without quotes and so may mean a number, a boolean or nothing.</summary>
    public bool Plain { get; internal init; }

    /// <summary>Whether it is an unquoted scalar that means nothing: empty, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => Kind == FixtureKind.Scalar && Plain && Text is ("" or "~" or "null");

    /// <summary>The items of a sequence; empty for others.</summary>
    public IReadOnlyList<FixtureNode> Items { get; internal init; } = [];

    /// <summary>The fields of a mapping in the order of the file; empty for others.</summary>
    public IReadOnlyList<FixtureField> Fields { get; internal init; } = [];

    /// <summary>The exception that refuses this node.</summary>
    /// <param name="problem">What is wrong, what was expected.</param>
    public FixtureException Refuse(string problem) => new(File, Line, Column, problem);

    /// <summary>The node in words, for messages: <c>'open'</c>, <c>a list</c>, <c>a mapping</c>, <c>empty</c>.</summary>
    public string Describe() => Kind switch
    {
        FixtureKind.Sequence => "a list",
        FixtureKind.Mapping => "a mapping",
        _ when IsNull || Text.Length == 0 => "empty",
        _ => $"'{Shorten(Text)}'",
    };

    static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
