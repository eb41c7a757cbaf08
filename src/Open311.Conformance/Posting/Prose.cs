namespace Open311.Conformance.Posting;

/// <summary>What a description holds beside the mark of the run.</summary>
public enum Prose
{
    /// <summary>The mark alone.</summary>
    Plain,

    /// <summary>No description at all.</summary>
    None,

    /// <summary>Three lines, with CRLF and LF between them.</summary>
    Lines,

    /// <summary>Several scripts, combining characters, quotes and free-standing signs.</summary>
    Letters,

    /// <summary>A character outside the Basic Multilingual Plane.</summary>
    Emoji,

    /// <summary>4,000 characters, half of them not ASCII.</summary>
    Full,

    /// <summary>4,000 characters of ASCII.</summary>
    FullAscii,

    /// <summary>4,001 characters.</summary>
    Over,

    /// <summary>20,000 characters.</summary>
    Huge,

    /// <summary>Tags, an ampersand and a script.</summary>
    Markup,

    /// <summary>Words with blanks and plus signs.</summary>
    Blanks,
}
