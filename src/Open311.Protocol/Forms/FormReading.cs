using Open311.Protocol.Documents;

namespace Open311.Protocol.Forms;

/// <summary>What came of reading a form.</summary>
/// <param name="Fields">Name and value of each field in the order sent, names sent twice included.</param>
/// <param name="Defects">Everything wrong with it; positions count bytes in line 1.</param>
public sealed record FormReading(IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<Defect> Defects)
{
    /// <summary>The value of the first field of that exact name; null when there is none.</summary>
    public string? Value(string name) => All(name).FirstOrDefault();

    /// <summary>The values of all fields of that exact name, in the order sent.</summary>
    public IEnumerable<string> All(string name) => Fields.Where(f => f.Key == name).Select(f => f.Value);
}
