using System.Text;
using System.Text.Json;
using Open311.Protocol.Documents.Decoding;

namespace Open311.Protocol.Documents.Json;

/// <summary>Builds the tree of a JSON document with the platform's strict reader.</summary>
/// <param name="utf8">The document, mended or not.</param>
/// <param name="lines">Tells places of its offsets.</param>
/// <param name="limits">Bounds.</param>
/// <param name="literals">Offsets of strings that were numbers before mending; null for none.</param>
sealed class JsonTreeBuilder(ReadOnlyMemory<byte> utf8, LineMap lines, ReadLimits limits, HashSet<int>? literals = null)
{
    readonly Stack<OpenContainer> _open = new();
    readonly List<Node> _orphans = [];
    readonly NameTable _names = new();
    string _name = "";
    int _nameOffset = -1;

    /// <summary>How many values were read.</summary>
    public int Nodes { get; private set; }

    /// <summary>The root, once it has been read to its end.</summary>
    public Node? Root { get; private set; }

    /// <summary>What is wrong apart from the grammar.</summary>
    public DefectLog Defects { get; } = new();

    /// <summary>Where the last sound token ended, when the grammar is broken.</summary>
    public int SoundUntil { get; private set; }

    /// <summary>Where the platform's reader stopped, when the grammar is broken.</summary>
    public int StoppedAt { get; private set; }

    public JsonOutcome Build()
    {
        var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = Math.Max(1, limits.MaxDepth + 1) });
        var soundUntil = 0L;
        try
        {
            while (reader.Read())
            {
                soundUntil = reader.BytesConsumed;
                if (!Take(ref reader))
                    return JsonOutcome.Refused;
            }

            return JsonOutcome.Complete;
        }
        catch (JsonException e)
        {
            SoundUntil = (int)soundUntil;
            StoppedAt = OffsetOf(e);
            return JsonOutcome.Broken;
        }
    }

    bool Take(ref Utf8JsonReader reader)
    {
        var offset = _nameOffset >= 0 ? _nameOffset : (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _nameOffset = (int)reader.TokenStartIndex;
                _name = _names.Read(ref reader, out var nameIsBroken);
                if (nameIsBroken)
                    ReportLoneSurrogate(_nameOffset);
                return true;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Close();
                return true;
        }

        if (!IsWithinLimits(offset))
            return false;

        var isRepeated = IsRepeated(offset);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var kind = reader.TokenType == JsonTokenType.StartObject ? RawKind.JsonObject : RawKind.JsonArray;
            _open.Push(new OpenContainer(kind, _name, offset, _orphans.Count, isRepeated));
        }
        else
        {
            Keep(Scalar(ref reader, offset), isRepeated);
        }

        (_name, _nameOffset) = ("", -1);
        return true;
    }

    bool IsWithinLimits(int offset)
    {
        if (_open.Count >= limits.MaxDepth)
        {
            Defects.Add(DefectKind.TooDeep, $"The values are nested deeper than {limits.MaxDepth} levels. Nothing of the document was judged.", lines.At(offset));
            return false;
        }

        if (++Nodes > limits.MaxNodes)
        {
            Defects.Add(DefectKind.TooLarge, $"The document has more than {limits.MaxNodes} values. Nothing of it was judged.", lines.At(offset));
            return false;
        }

        return true;
    }

    bool IsRepeated(int offset)
    {
        if (!_open.TryPeek(out var parent) || parent.Kind == RawKind.JsonArray || !parent.Has(_name, _orphans))
            return false;

        Defects.Add(DefectKind.DuplicateMember, $"The object has the member {Shown.Excerpt(_name)} more than once; only the first was read. Send each name once.", lines.At(offset));
        return true;
    }

    Node Scalar(ref Utf8JsonReader reader, int offset)
    {
        var (kind, text) = reader.TokenType switch
        {
            JsonTokenType.String => (RawKind.JsonString, Text(ref reader)),
            JsonTokenType.Number => (RawKind.JsonNumber, Encoding.ASCII.GetString(reader.ValueSpan)),
            JsonTokenType.True => (RawKind.JsonBoolean, "true"),
            JsonTokenType.False => (RawKind.JsonBoolean, "false"),
            _ => (RawKind.JsonNull, ""),
        };
        if (kind == RawKind.JsonString && literals?.Contains((int)reader.TokenStartIndex) == true)
            kind = RawKind.JsonNumber;
        return new Node { Name = _name, Raw = kind, RawText = text, Offset = offset, Lines = RootLines };
    }

    string Text(ref Utf8JsonReader reader)
    {
        var text = JsonStrings.Read(ref reader, out var isBroken);
        if (isBroken)
            ReportLoneSurrogate((int)reader.TokenStartIndex);
        return text;
    }

    LineMap? RootLines => _open.Count == 0 ? lines : null;

    void ReportLoneSurrogate(int offset) => Defects.Add(
        DefectKind.LoneSurrogate,
        "A \\u escape in this string gives half of a surrogate pair, which is no character. Send both halves, or the character itself in UTF-8.",
        lines.At(offset));

    void Close()
    {
        var container = _open.Pop();
        var count = _orphans.Count - container.FirstChild;
        Node[] children = [];
        if (count > 0)
        {
            children = new Node[count];
            _orphans.CopyTo(container.FirstChild, children, 0, count);
            _orphans.RemoveRange(container.FirstChild, count);
        }

        var node = new Node { Name = container.Name, Raw = container.Kind, Offset = container.Offset, Children = children, Lines = RootLines };
        Keep(node, container.IsRepeated);
    }

    void Keep(Node node, bool isRepeated)
    {
        if (_open.Count == 0)
            Root = node;
        else if (!isRepeated)
            _orphans.Add(node);
    }

    // The platform counts lines by LF alone, and columns in bytes.
    int OffsetOf(JsonException error)
    {
        var start = 0;
        for (var line = error.LineNumber ?? 0; line > 0; line--)
            start += utf8.Span[start..].IndexOf((byte)'\n') + 1;

        return (int)Math.Min(start + (error.BytePositionInLine ?? 0), utf8.Length);
    }
}
