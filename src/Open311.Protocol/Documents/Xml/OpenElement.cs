using System.Text;

namespace Open311.Protocol.Documents.Xml;

/// <summary>An element whose end has not been read yet. One for each level is enough: it is opened again when closed.</summary>
sealed class OpenElement
{
    static readonly System.Buffers.SearchValues<char> White = System.Buffers.SearchValues.Create(" \t\r\n");

    string _text = "";
    StringBuilder? _moreText;
    string _run = "";
    StringBuilder? _moreRun;

    string _name = "";
    string _prefix = "";
    string _namespaceUri = "";
    TextPosition _position;
    IReadOnlyList<XmlAttributeOnWire> _attributes = [];

    /// <summary>Where its children begin in the list of nodes that have no parent yet.</summary>
    public int FirstChild { get; private set; }

    public void Open(string prefix, string name, string namespaceUri, TextPosition position, IReadOnlyList<XmlAttributeOnWire> attributes, int firstChild)
    {
        (_prefix, _name, _namespaceUri, _position, _attributes) = (prefix, name, namespaceUri, position, attributes);
        (FirstChild, _text, _moreText, _run, _moreRun) = (firstChild, "", null, "", null);
    }

    // Text may come in very many pieces, between comments and CDATA sections.
    public void Append(string piece) => Join(ref _run, ref _moreRun, piece);

    /// <summary>A child begins, or the element ends: white space alone between children is nobody's text.</summary>
    public void EndRun()
    {
        var run = _moreRun?.ToString() ?? _run;
        if (run.AsSpan().ContainsAnyExcept(White))
            Join(ref _text, ref _moreText, run);
        (_run, _moreRun) = ("", null);
    }

    public Node Close(IReadOnlyList<Node> children)
    {
        if (children.Count > 0)
            EndRun();
        return new Node
        {
            Name = _name,
            Prefix = _prefix,
            NamespaceUri = _namespaceUri,
            Raw = RawKind.XmlElement,
            Position = _position,
            Attributes = _attributes,
            RawText = children.Count == 0 ? _moreRun?.ToString() ?? _run : (_moreText?.ToString() ?? _text).Trim(),
            Children = children,
        };
    }

    static void Join(ref string text, ref StringBuilder? more, string piece)
    {
        if (text.Length == 0)
            text = piece;
        else
            (more ??= new StringBuilder(text)).Append(piece);
    }
}
