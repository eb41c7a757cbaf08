using System.Text.Json;

namespace Open311.Protocol.Documents.Json;

/// <summary>Keeps one string for each member name, so that a thousand requests share sixteen names.</summary>
sealed class NameTable
{
    const int LongestCached = 64;

    readonly HashSet<string> _names = [];
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NameTable() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name the reader stands on, always the same string for the same name.</summary>
    public string Read(ref Utf8JsonReader reader, out bool hasLoneSurrogate)
    {
        hasLoneSurrogate = false;
        if (reader.ValueIsEscaped || reader.ValueSpan.Length > LongestCached)
            return Keep(JsonStrings.Read(ref reader, out hasLoneSurrogate));

        Span<char> buffer = stackalloc char[LongestCached];
        var name = buffer[..reader.CopyString(buffer)];
        if (_lookup.TryGetValue(name, out var known))
            return known;

        return Keep(name.ToString());
    }

    string Keep(string name)
    {
        if (_names.TryGetValue(name, out var known))
            return known;

        _names.Add(name);
        return name;
    }
}
