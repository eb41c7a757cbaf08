using System.Xml;
using Open311.Protocol.Documents.Decoding;

namespace Open311.Protocol.Documents.Xml;

/// <summary>Builds the tree of an XML document, without a document type and without resolving anything.</summary>
sealed class XmlTreeReader
{
    readonly string _text;
    readonly ReadLimits _limits;
    readonly DefectLog _defects;
    readonly DefectLog _mended = new();
    readonly XmlProlog _prolog;
    readonly XmlMending _mending;
    readonly XmlPositions _positions;
    readonly List<OpenElement> _levels = [];
    readonly List<Node> _orphans = [];
    int _depth;
    int _count;
    Node? _root;
    bool _hasStylesheet;

    public XmlTreeReader(string text, ReadLimits limits, DefectLog defects)
    {
        (_text, _limits, _defects) = (text, limits, defects);
        _prolog = XmlProlog.Read(text, defects);
        _mending = XmlMending.Mend(text, _prolog.Start, _mended);
        _positions = new XmlPositions(text, _prolog.Start, _prolog.StartPosition);
    }

    /// <summary>The document; null when its root element cannot be read to its end.</summary>
    public Document? Read()
    {
        if (_prolog.Declaration is not null || !XmlComplaint.IsForeign(_text))
            _defects.Add(_mended);

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            MaxCharactersInDocument = _limits.MaxBytes,
            MaxCharactersFromEntities = 1,
        };
        var namespaces = new LenientNamespaces();
        var context = new XmlParserContext(namespaces.NameTable, namespaces, xmlLang: null, XmlSpace.None);
        using var reader = XmlReader.Create(new SliceReader(_mending.Text), settings, context);
        try
        {
            while (reader.Read())
            {
                if (!Take(reader))
                    return null;
            }
        }
        catch (XmlException e)
        {
            _defects.Add(DefectKind.NotWellFormed, XmlComplaint.Explain(e, _text, _root is not null), _positions.At(e.LineNumber, e.LinePosition));
        }

        return _root is null ? null : new Document
        {
            Format = DataFormat.Xml,
            Root = _root,
            Text = _text,
            Nodes = _count,
            HasDeclaration = _prolog.Declaration is not null,
            DeclaredEncoding = _prolog.Declaration?.Encoding,
            HasStylesheet = _hasStylesheet,
        };
    }

    bool Take(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                return Open(reader);
            case XmlNodeType.EndElement:
                Close();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                _levels[_depth - 1].Append(_mending.Restore(reader.Value));
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _depth > 0:
                _levels[_depth - 1].Append(reader.Value);
                break;
            case XmlNodeType.ProcessingInstruction:
                _hasStylesheet |= reader.Name == "xml-stylesheet";
                break;
        }

        return true;
    }

    bool Open(XmlReader reader)
    {
        var place = (IXmlLineInfo)reader;
        var position = _positions.At(place.LineNumber, place.LinePosition - 1);
        if (_depth >= _limits.MaxDepth)
        {
            _defects.Add(DefectKind.TooDeep, $"The elements are nested deeper than {_limits.MaxDepth} levels. Nothing of the document was judged.", position);
            return false;
        }

        _count += 1 + reader.AttributeCount;
        if (_count > _limits.MaxNodes)
        {
            _defects.Add(DefectKind.TooLarge, $"The document has more than {_limits.MaxNodes} elements and attributes. Nothing of it was judged.", position);
            return false;
        }

        var isEmpty = reader.IsEmptyElement;
        var (prefix, name, namespaceUri) = (reader.Prefix, reader.LocalName, Declared(reader, position));
        if (_depth > 0)
            _levels[_depth - 1].EndRun();
        if (_depth == _levels.Count)
            _levels.Add(new OpenElement());
        _levels[_depth++].Open(prefix, name, namespaceUri, position, reader.HasAttributes ? Attributes(reader, position) : [], _orphans.Count);
        if (isEmpty)
            Close();
        return true;
    }

    XmlAttributeOnWire[] Attributes(XmlReader reader, TextPosition position)
    {
        var attributes = new XmlAttributeOnWire[reader.AttributeCount];
        for (var i = 0; i < attributes.Length; i++)
        {
            reader.MoveToAttribute(i);
            attributes[i] = new XmlAttributeOnWire(reader.Prefix, reader.LocalName, Declared(reader, position), _mending.Restore(reader.Value));
        }

        return attributes;
    }

    string Declared(XmlReader reader, TextPosition position)
    {
        if (!LenientNamespaces.IsUndeclared(reader.NamespaceURI))
            return _mending.Restore(reader.NamespaceURI);

        _defects.Add(
            DefectKind.NotWellFormed,
            $"The prefix {Shown.Excerpt(reader.Prefix)} of {Shown.Excerpt(reader.Name)} is declared nowhere. Leave the prefix out: standard elements have none.",
            position);
        return "";
    }

    void Close()
    {
        var element = _levels[--_depth];
        var count = _orphans.Count - element.FirstChild;
        Node[] children = [];
        if (count > 0)
        {
            children = new Node[count];
            _orphans.CopyTo(element.FirstChild, children, 0, count);
            _orphans.RemoveRange(element.FirstChild, count);
        }

        var node = element.Close(children);
        if (_depth == 0)
            _root = node;
        else
            _orphans.Add(node);
    }
}
