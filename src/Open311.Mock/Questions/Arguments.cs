using System.Text;
using Open311.Protocol.Forms;

namespace Open311.Mock.Questions;

/// <summary>Arguments of a query or form, in order; empty values count as absent (GeoReport v2, "null parameter").</summary>
internal sealed class Arguments(IReadOnlyList<KeyValuePair<string, string>> pairs)
{
    public static Arguments None { get; } = new([]);

    public IReadOnlyList<KeyValuePair<string, string>> Pairs => pairs;

    /// <summary>Reads <c>application/x-www-form-urlencoded</c> text as UTF-8. Invalid percent-encoding stays as it is.</summary>
    public static Arguments Read(string encoded) => new(FormEncoding.Read(Encoding.UTF8.GetBytes(encoded)).Fields);

    /// <summary>The first value that is not empty, trimmed; null when there is none.</summary>
    public string? Value(string name)
    {
        foreach (var pair in pairs)
        {
            if (pair.Key == name && pair.Value.Trim() is { Length: > 0 } value)
                return value;
        }

        return null;
    }

    /// <summary>The first value that is not blank, exactly as sent; null when there is none.</summary>
    public string? Text(string name) => pairs.FirstOrDefault(p => p.Key == name && !string.IsNullOrWhiteSpace(p.Value)).Value;

    /// <summary>All values that are not blank, trimmed.</summary>
    public IEnumerable<string> All(string name) => pairs.Where(p => p.Key == name && !string.IsNullOrWhiteSpace(p.Value)).Select(p => p.Value.Trim());

    /// <summary>All values of a comma list, repeated arguments included, without empty ones.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. pairs.Where(p => p.Key == name)
            .SelectMany(p => p.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct()];

    public Arguments Without(IReadOnlyCollection<string> names) => new([.. pairs.Where(p => !names.Contains(p.Key))]);

    public Arguments Map(Func<KeyValuePair<string, string>, KeyValuePair<string, string>> change) => new([.. pairs.Select(change)]);
}
