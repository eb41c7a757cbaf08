namespace Open311.Mock.Clients;

/// <summary>An argument as sent and as understood.</summary>
/// <param name="Name">Decoded.</param>
/// <param name="Value">Decoded, not trimmed.</param>
/// <param name="RawName">As sent.</param>
/// <param name="RawValue">As sent; the decoded value where the body is no form.</param>
/// <param name="InQuery">Whether it was in the query rather than in the body.</param>
internal readonly record struct SentArgument(string Name, string Value, string RawName, string RawValue, bool InQuery)
{
    /// <summary>The attribute code in <c>attribute[code]</c> or <c>attribute[code][]</c>; null for any other argument.</summary>
    public string? AttributeCode
    {
        get
        {
            if (!Name.StartsWith("attribute[", StringComparison.Ordinal))
                return null;
            var text = HasListBrackets ? Name[..^2] : Name;
            return text.EndsWith(']') && text.Length > "attribute[]".Length ? text["attribute[".Length..^1] : null;
        }
    }

    public bool HasListBrackets => Name.EndsWith("[]", StringComparison.Ordinal);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Value);
}
