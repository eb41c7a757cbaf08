using Open311.Protocol.Documents;

namespace Open311.Conformance.Posting;

/// <summary>An attribute that a definition asks for.</summary>
/// <param name="Code">Its code, without the brackets some servers write around it.</param>
/// <param name="Datatype">As written, in lower case.</param>
/// <param name="Required">Whether an answer is demanded.</param>
/// <param name="Keys">The keys of its values.</param>
sealed record AskedAttribute(string Code, string Datatype, bool Required, IReadOnlyList<string> Keys)
{
    public bool IsList => Datatype is "singlevaluelist" or "multivaluelist";

    public bool IsMulti => Datatype == "multivaluelist";

    /// <summary>The name of its field.</summary>
    public string Field => IsMulti ? $"attribute[{Code}][]" : $"attribute[{Code}]";

    /// <summary>A field with an answer.</summary>
    public KeyValuePair<string, string> Answer(string value) => KeyValuePair.Create(Field, value);

    /// <summary>A value that the definition allows; null when its list is empty.</summary>
    public string? Valid(DateTimeOffset now) => Datatype switch
    {
        "singlevaluelist" or "multivaluelist" => Keys.Count > 0 ? Keys[0] : null,
        "number" => "1",
        "datetime" => Judging.Instants.Write(now - TimeSpan.FromDays(1)),
        _ => "Test",
    };

    /// <summary>What can be answered out of a definition; attributes that are only shown are left out.</summary>
    public static IReadOnlyList<AskedAttribute> Of(IReadOnlyList<Node> attributes) =>
        [.. attributes.Where(a => !Is(a, "variable", "false")).Select(Of).OfType<AskedAttribute>()];

    static AskedAttribute? Of(Node node) => node.Value("code") is not { } code ? null : new(
        code.StartsWith("attribute[", StringComparison.Ordinal) && code.EndsWith(']') ? code["attribute[".Length..^1] : code,
        node.Value("datatype")?.ToLowerInvariant() ?? "",
        Is(node, "required", "true"),
        [.. node.Child("values")?.Children.Select(v => v.Value("key")).OfType<string>() ?? []]);

    static bool Is(Node node, string field, string word) => string.Equals(node.Value(field), word, StringComparison.OrdinalIgnoreCase);
}
