namespace Open311.Protocol.Documents.Json;

/// <summary>A JSON object or array whose end has not been read yet.</summary>
/// <param name="kind">Object or array.</param>
/// <param name="name">Its member name; empty for none.</param>
/// <param name="offset">Where it, or its name, begins.</param>
/// <param name="firstChild">Where its children begin in the list of nodes that have no parent yet.</param>
/// <param name="isRepeated">Whether it is a member whose name the object had already, so that it is read but not kept.</param>
sealed class OpenContainer(RawKind kind, string name, int offset, int firstChild, bool isRepeated)
{
    const int FewNames = 24;

    HashSet<string>? _names;

    public RawKind Kind => kind;

    public string Name => name;

    public int Offset => offset;

    public int FirstChild => firstChild;

    public bool IsRepeated => isRepeated;

    /// <summary>Whether a child of that name is there already. Names are compared as references: a <see cref="NameTable"/> gives each name one string.</summary>
    public bool Has(string member, List<Node> orphans)
    {
        if (_names is null && orphans.Count - firstChild < FewNames)
        {
            for (var i = firstChild; i < orphans.Count; i++)
            {
                if (ReferenceEquals(orphans[i].Name, member))
                    return true;
            }

            return false;
        }

        _names ??= [.. orphans.Skip(firstChild).Select(n => n.Name)];
        return !_names.Add(member);
    }
}
