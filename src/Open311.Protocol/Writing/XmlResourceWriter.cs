using System.Xml;

namespace Open311.Protocol.Writing;

/// <summary>Writes a resource as XML. By hand, because XmlWriter gives no say about CDATA, references and the encoding name.</summary>
/// <param name="style">Freedoms taken.</param>
sealed class XmlResourceWriter(WriteStyle style) : IDisposable
{
    readonly CharBuffer _xml = new();
    readonly XmlTextWriting _text = new(style);
    readonly HashSet<string> _checkedNames = [];

    public byte[] Write(Resource resource)
    {
        _xml.Append("<?xml version=\"1.0\" encoding=\"").Append(style.UpperCaseEncodingName ? "UTF-8" : "utf-8").Append("\"?>");
        if (style.Indent)
            _xml.Append('\n');
        Element(resource.RootName, resource.Content, depth: 1);
        if (style.Indent)
            _xml.Append('\n');
        return _xml.ToUtf8();
    }

    public void Dispose() => _xml.Dispose();

    void Element(string name, Datum datum, int depth)
    {
        ResourceWriter.CheckDepth(depth);
        CheckName(name);
        var start = _xml.Append('<').Append(name).Append('>').Length;
        switch (datum)
        {
            case DataObject { Fields: var fields }:
                foreach (var (field, value) in fields)
                    Child(field, value, depth);
                break;
            case DataList { Items: var items } list:
                foreach (var item in items)
                    Child(list.ItemName, item, depth);
                break;
            case DataText { Value: var value }:
                _text.Append(_xml, value);
                break;
            case DataNumber { Literal: var literal }:
                _xml.Append(ResourceWriter.CheckNumber(literal));
                break;
            case DataBoolean { Value: var truth }:
                _xml.Append(truth ? "true" : "false");
                break;
            case DataNull:
                break;
            default:
                throw new ArgumentException($"{datum.GetType().Name} is no kind of data that can be written.");
        }

        End(name, datum, start, depth);
    }

    void Child(string name, Datum datum, int depth)
    {
        BreakLine(depth);
        Element(name, datum, depth + 1);
    }

    void End(string name, Datum datum, int start, int depth)
    {
        if (_xml.Length == start && style.SelfCloseEmpty)
        {
            _xml.DropLast();
            _xml.Append("/>");
            return;
        }

        if (_xml.Length > start && datum is DataObject or DataList)
            BreakLine(depth - 1);
        _xml.Append("</").Append(name).Append('>');
    }

    void BreakLine(int depth)
    {
        if (style.Indent)
            _xml.Append('\n').Append(' ', 2 * depth);
    }

    void CheckName(string name)
    {
        if (!_checkedNames.Add(name))
            return;

        try
        {
            XmlConvert.VerifyNCName(name);
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            throw new ArgumentException($"\"{name}\" cannot name an XML element.", e);
        }
    }
}
