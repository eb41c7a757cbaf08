using Open311.Protocol.Documents.Decoding;

namespace Open311.Protocol.Documents;

/// <summary>
/// One node of a document, the same for XML and JSON: an XML element or a JSON value under its member name.
/// JSON array items carry an empty name.
/// </summary>
public sealed class Node
{
    string? _pointer;
    TextPosition _position;
    int[]? _ordinals;

    /// <summary>The local element name or JSON member name; empty for a JSON root and for array items.</summary>
    public required string Name { get; init; }

    /// <summary>What the node was on the wire.</summary>
    public required RawKind Raw { get; init; }

    /// <summary>
    /// XPath (<c>/services/service[2]/type</c>) or JSON pointer (<c>/1/type</c>) of the node; the JSON root is the empty pointer.
    /// An XPath step has an index where its name repeats among its siblings. Found from the tree when first asked for, unless
    /// given; names longer than 128 characters are shortened.
    /// </summary>
    public string Pointer
    {
        get => _pointer ??= NodePointer.Of(this);
        init => _pointer = value;
    }

    /// <summary>Where the node starts in its document: the <c>&lt;</c> of an element, the name of a JSON member, a JSON value without a name.</summary>
    public TextPosition Position
    {
        get => Offset < 0 ? _position : FindPosition();
        init => _position = value;
    }

    /// <summary>Child elements, members or items, in document order. A node is the child of one parent only.</summary>
    public IReadOnlyList<Node> Children
    {
        get;
        init
        {
            field = value;
            for (var i = 0; i < value.Count; i++)
            {
                value[i].Parent = this;
                value[i].Index = i;
            }
        }
    } = [];

    /// <summary>
    /// The text, untrimmed: character data of the element itself (CDATA included), the decoded JSON string, or the
    /// literal of a JSON number, <c>true</c>, <c>false</c>. Empty for null, objects and arrays. An element that has child elements
    /// keeps only what is not white space between them.
    /// </summary>
    public string RawText { get; init; } = "";

    /// <summary>XML attributes, in document order.</summary>
    public IReadOnlyList<XmlAttributeOnWire> Attributes { get; init; } = [];

    /// <summary>The prefix the element name was written with; empty for none and in JSON.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The namespace of the element; empty for none, for a prefix that nothing declares, and in JSON.</summary>
    public string NamespaceUri { get; init; } = "";

    /// <summary>The text without surrounding white space: what every comparison uses.</summary>
    public string Text => RawText.Trim();

    /// <summary>No children and no text: null, "", [], {} and an empty element are all empty.</summary>
    public bool IsEmpty => Children.Count == 0 && Text.Length == 0;

    /// <summary>A single value rather than a container of other nodes.</summary>
    public bool IsScalar => Children.Count == 0 && Raw is not (RawKind.JsonObject or RawKind.JsonArray);

    /// <summary>The node that this one is a child of; null for a root.</summary>
    internal Node? Parent { get; private set; }

    /// <summary>The place among the children of <see cref="Parent"/>, from 0.</summary>
    internal int Index { get; private set; }

    /// <summary>The byte offset of the node, which <see cref="Lines"/> of its root turns into a position; -1 when the position was given.</summary>
    internal int Offset { get; init; } = -1;

    /// <summary>The line map of the document; set on a root whose nodes bear offsets.</summary>
    internal LineMap? Lines { get; init; }

    /// <summary>For each child its place, from 1, among the siblings of its name; 0 where the name is unique.</summary>
    internal int[] Ordinals => _ordinals ??= NodePointer.NumberRepeats(Children);

    /// <summary>The first child of that exact name, or null.</summary>
    public Node? Child(string name)
    {
        // By number: an enumerator of the list is made on the heap, and this is asked a hundred thousand times in a run.
        for (var i = 0; i < Children.Count; i++)
        {
            if (Children[i].Name == name)
                return Children[i];
        }

        return null;
    }

    /// <summary>The trimmed text of the first child of that name; null when absent, empty, null, or not a single value.</summary>
    public string? Value(string name) =>
        Child(name) is { IsScalar: true, Text.Length: > 0 } child ? child.Text : null;

    TextPosition FindPosition()
    {
        var root = this;
        while (root.Parent is { } parent)
            root = parent;

        return root.Lines?.At(Offset) ?? default;
    }
}
