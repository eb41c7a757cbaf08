namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>Finds the texts of an XML document where they stand. Bare ampersands and the like are text to it; tags that do not match are a reason to give up.</summary>
sealed class XmlNodes(string text)
{
    const int MostDepth = 500;

    readonly Node _outside = new("", null);
    readonly List<(Node Node, string Tag)> _open = [];
    int _at;

    /// <summary>A node that holds the root element and whatever stands beside it; null when the text is no XML.</summary>
    public static Node? Read(string text, out string problem)
    {
        var reader = new XmlNodes(text);
        problem = "";
        try
        {
            reader.Run();
            return reader._outside;
        }
        catch (FormatException e)
        {
            problem = e.Message;
            return null;
        }
    }

    Node Current => _open.Count > 0 ? _open[^1].Node : _outside;

    void Run()
    {
        while (_at < text.Length)
        {
            var next = text.IndexOf('<', _at);
            var end = next < 0 ? text.Length : next;
            if (end > _at)
                Current.Segments.Add((_at, end));
            _at = end;
            if (next >= 0)
                Markup();
        }

        if (_open.Count > 0)
            throw new FormatException($"the element {Shown(_open[^1].Tag)} is never closed");
    }

    void Markup()
    {
        var rest = text.AsSpan(_at);
        if (rest.StartsWith("<![CDATA["))
            Current.Segments.Add((_at + 9, Skip("]]>", 9)));
        else if (rest.StartsWith("<!--"))
            Aside("comment", 4, "-->");
        else if (rest.StartsWith("<?"))
            Aside("instruction", 2, "?>");
        else if (rest.StartsWith("<!"))
            DocumentType();
        else if (rest.StartsWith("</"))
            Close();
        else
            Open();
    }

    /// <summary>Goes behind what ends there, and tells where that begins.</summary>
    int Skip(string terminator, int from)
    {
        var found = text.IndexOf(terminator, Math.Min(_at + from, text.Length), StringComparison.Ordinal);
        if (found < 0)
            throw new FormatException($"what begins at character {_at} is never ended by \"{terminator}\"");
        _at = found + terminator.Length;
        return found;
    }

    void Aside(string name, int from, string terminator)
    {
        var start = _at + from;
        var node = new Node(name, Current) { Prefix = "/#" };
        node.Segments.Add((start, Skip(terminator, from)));
        Current.Children.Add(node);
    }

    void DocumentType()
    {
        var start = _at + 2;
        var subset = text.IndexOf('[', _at);
        var end = text.IndexOf('>', _at);
        var node = new Node("doctype", Current) { Prefix = "/#" };
        node.Segments.Add((start, subset >= 0 && subset < end ? Skip("]", 2) : Skip(">", 2)));
        if (subset >= 0 && subset < end)
            Skip(">", 0);
        Current.Children.Add(node);
    }

    void Close()
    {
        var tag = text[(_at + 2)..Skip(">", 2)].Trim();
        if (_open.Count == 0 || _open[^1].Tag != tag)
            throw new FormatException($"the end tag {Shown(tag)} closes no open element");
        _open.RemoveAt(_open.Count - 1);
    }

    void Open()
    {
        var start = ++_at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('>' or '/' or '<' or '='))
            _at++;
        var tag = text[start.._at];
        if (tag.Length == 0 || !(char.IsLetter(tag[0]) || tag[0] is '_' or ':'))
            throw new FormatException($"the \"<\" at character {start - 1} begins no tag");

        var parent = Current;
        var node = new Node(tag[(tag.IndexOf(':') + 1)..], parent);
        parent.Children.Add(node);
        while (Attribute(node, tag))
            ;
        if (text[_at] == '/')
        {
            _at++;
            if (_at >= text.Length || text[_at] != '>')
                throw new FormatException($"the tag {Shown(tag)} is not closed properly");
        }
        else
        {
            _open.Add((node, tag));
            if (_open.Count > MostDepth)
                throw new FormatException($"it nests deeper than {MostDepth} levels");
        }

        _at++;
    }

    bool Attribute(Node element, string tag)
    {
        SkipBlanks();
        if (_at >= text.Length)
            throw new FormatException($"the tag {Shown(tag)} is never closed");
        if (text[_at] is '>' or '/')
            return false;

        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('=' or '>' or '<' or '/'))
            _at++;
        var name = text[start.._at];
        SkipBlanks();
        if (name.Length == 0 || _at + 1 >= text.Length || text[_at] != '=')
            throw new FormatException($"an attribute of {Shown(tag)} has no value");
        _at++;
        SkipBlanks();
        var quote = _at < text.Length ? text[_at] : '\0';
        if (quote is not ('"' or '\''))
            throw new FormatException($"an attribute of {Shown(tag)} stands outside quotes");
        var value = new Node(name, element) { Prefix = "/@" };
        value.Segments.Add((_at + 1, Skip(quote.ToString(), 1)));
        element.Children.Add(value);
        return true;
    }

    void SkipBlanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }

    static string Shown(string tag) => $"\"{(tag.Length > 60 ? tag[..60] + "…" : tag)}\"";
}
