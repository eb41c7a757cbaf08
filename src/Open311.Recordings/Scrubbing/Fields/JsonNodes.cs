namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>Finds the values of a JSON text where they stand. As lenient as readers are in what cannot be misunderstood (trailing commas, odd numbers), strict in what can.</summary>
sealed class JsonNodes(string text)
{
    const int MostDepth = 500;

    int _at;

    /// <summary>The root; null when the text is no JSON.</summary>
    public static Node? Read(string text, out string problem) => Read(text, 0, text.Length, out problem);

    /// <summary>The value that begins and ends at those places.</summary>
    public static Node? Read(string text, int start, int end, out string problem)
    {
        var reader = new JsonNodes(text[..end]) { _at = start };
        problem = "";
        try
        {
            var root = reader.Value("", null, 0);
            reader.SkipBlanks();
            if (reader._at == end)
                return root;
            problem = $"something follows the JSON value at character {reader._at}";
        }
        catch (FormatException e)
        {
            problem = e.Message;
        }

        return null;
    }

    Node Value(string name, Node? parent, int depth)
    {
        if (depth > MostDepth)
            throw new FormatException($"it nests deeper than {MostDepth} levels");
        SkipBlanks();
        switch (Peek())
        {
            case '{':
                return Object(name, parent, depth);
            case '[':
                return Array(name, parent, depth);
            case '"':
                var text = new Node(name, parent) { IsJson = true };
                text.Segments.Add(String());
                return text;
            default:
                return Word(name, parent);
        }
    }

    Node Object(string name, Node? parent, int depth)
    {
        var node = new Node(name, parent) { IsJson = true };
        _at++;
        while (!Closes('}'))
        {
            if (Peek() != '"')
                throw new FormatException($"a member name was expected at character {_at}");
            var key = String();
            SkipBlanks();
            if (Peek() != ':')
                throw new FormatException($"a colon was expected at character {_at}");
            _at++;
            var member = Value(Texts.Unescaped.Of(text[key.Start..key.End]).Text, node, depth + 1);
            member.Key = key;
            node.Children.Add(member);
            Separate('}');
        }

        return node;
    }

    Node Array(string name, Node? parent, int depth)
    {
        var node = new Node(name, parent) { IsJson = true, IsArray = true };
        _at++;
        while (!Closes(']'))
        {
            node.Children.Add(Value("", node, depth + 1));
            Separate(']');
        }

        return node;
    }

    bool Closes(char bracket)
    {
        SkipBlanks();
        if (Peek() != bracket)
            return false;
        _at++;
        return true;
    }

    void Separate(char bracket)
    {
        SkipBlanks();
        if (Peek() == ',')
            _at++;
        else if (Peek() != bracket)
            throw new FormatException($"a comma or \"{bracket}\" was expected at character {_at}");
    }

    (int Start, int End) String()
    {
        var start = ++_at;
        for (; _at < text.Length; _at++)
        {
            if (text[_at] == '\\')
                _at++;
            else if (text[_at] == '"')
                return (start, _at++);
        }

        throw new FormatException($"the string at character {start - 1} is never closed");
    }

    Node Word(string name, Node? parent)
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '-' or '+' or '.'))
            _at++;
        if (_at == start)
            throw new FormatException(_at < text.Length ? $"a value was expected at character {_at}" : "it ends before its brackets are closed");
        var word = text[start.._at];
        var node = new Node(name, parent) { IsJson = true };
        if (word.Any(char.IsAsciiDigit))
        {
            node.IsNumber = true;
            node.Segments.Add((start, _at));
        }
        else if (word.ToLowerInvariant() is not ("true" or "false" or "null" or "none" or "nan" or "undefined" or "infinity" or "-infinity"))
        {
            throw new FormatException($"a word that is no JSON value stands at character {start}");
        }

        return node;
    }

    char Peek() => _at < text.Length ? text[_at] : '\0';

    void SkipBlanks()
    {
        while (_at < text.Length && (text[_at] is ' ' or '\t' or '\r' or '\n' or '\uFEFF'))
            _at++;
    }
}
