using System.Text;

namespace Open311.Protocol.Documents.Xml;

/// <summary>An element whose end has not been read yet. One for each level is enough: it is opened again when closed.</summary>
sealed class OpenElement
{
    string _text = "";
    StringBuilder? _more;

    string _name = "";
    string _prefix = "";
    string _namespaceUri = "";
    TextPosition _position;
    IReadOnlyList<XmlAttributeOnWire> _attributes = [];

    /// <summary>Where its children begin in the list of nodes that have no parent yet.</summary>
    public int FirstChild { get; private set; }

    public bool HasText => _text.Length > 0;

    public void Open(string prefix, string name, string namespaceUri, TextPosition position, IReadOnlyList<XmlAttributeOnWire> attributes, int firstChild)
    {
        (_prefix, _name, _namespaceUri, _position, _attributes) = (prefix, name, namespaceUri, position, attributes);
        (FirstChild, _text, _more) = (firstChild, "", null);
    }

    // Text may come in very many pieces, between comments and CDATA sections.
    public void Append(string piece)
    {
        if (_text.Length == 0)
            _text = piece;
        else
            (_more ??= new StringBuilder(_text)).Append(piece);
    }

    public Node Close(IReadOnlyList<Node> children)
    {
        var text = _more?.ToString() ?? _text;
        return new Node
        {
            Name = _name,
            Prefix = _prefix,
            NamespaceUri = _namespaceUri,
            Raw = RawKind.XmlElement,
            Position = _position,
            Attributes = _attributes,
            RawText = children.Count == 0 ? text : text.Trim(),
            Children = children,
        };
    }
}
