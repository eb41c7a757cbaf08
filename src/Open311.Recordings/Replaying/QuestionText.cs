using System.Security.Cryptography;
using System.Text;
using Open311.Protocol.Dates;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Storing;

namespace Open311.Recordings.Replaying;

/// <summary>The texts by which questions are found: as it was asked, with the arguments in order, and with dates replaced by their shape.</summary>
sealed class QuestionText
{
    const string Key = "api_key";

    readonly string method;
    readonly string body;

    public QuestionText(string method, string target, ReadOnlySpan<byte> body, string? type)
    {
        this.method = method;
        var mark = target.IndexOf('?');
        Path = mark < 0 ? target : target[..mark];
        Arguments = [.. QueryText.Arguments(target)];
        Form = IsForm(type) && !body.IsEmpty ? [.. Sorted(QueryText.Pairs(Encoding.UTF8.GetString(body)).Where(f => f.Key != Key))] : [];
        this.body = Form.Count > 0 ? string.Join('&', Form.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}")) : body.IsEmpty || IsForm(type) ? "" : Convert.ToHexString(SHA256.HashData(body));
        Exact = $"{method} {target}\n{this.body}";
    }

    /// <summary>Without the query.</summary>
    public string Path { get; }

    /// <summary>The arguments of the query, decoded, as they were sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Arguments { get; }

    /// <summary>The arguments of the form that was sent, decoded, in order of their names and without a key: a form is the same in any order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Form { get; }

    /// <summary>To the letter.</summary>
    public string Exact { get; }

    /// <summary>With the arguments in order.</summary>
    public string Ordered => Text(Sorted(Arguments));

    /// <summary>As <see cref="Ordered"/>, without a key.</summary>
    public string Keyless => Text(Sorted(Arguments.Where(a => a.Key != Key)));

    /// <summary>As <see cref="Keyless"/>, with the shape of each date in its place; null when there is none.</summary>
    public (string Text, DateTimeOffset[] Dates)? Dated
    {
        get
        {
            List<DateTimeOffset> dates = [];
            var text = Text([.. Sorted(Arguments.Where(a => a.Key != Key)).Select(a => KeyValuePair.Create(a.Key, Shape(a.Value, dates)))]);
            return dates.Count == 0 ? null : (text, [.. dates]);
        }
    }

    /// <summary>A form by its arguments and by what of them no scrubbing replaces; null when there is none.</summary>
    public string? Impersonal => Form.Count == 0 ? null
        : $"{method} {Path}?{string.Join('&', Form.Select(f => FieldNames.Kind(FieldNames.Normal(f.Key)) is ValueKind.Kept ? $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}" : Uri.EscapeDataString(f.Key)))}";

    /// <summary>What belongs together when the nearest is looked for.</summary>
    public string Place => $"{method} {Path}";

    static IEnumerable<KeyValuePair<string, string>> Sorted(IEnumerable<KeyValuePair<string, string>> arguments) => arguments.OrderBy(a => a.Key, StringComparer.Ordinal);

    static string Shape(string value, List<DateTimeOffset> dates)
    {
        if (value.Length < 10 || !char.IsAsciiDigit(value[0]) || !W3CDateTime.TryRead(value, out var date))
            return value;
        dates.Add(date.Instant);
        return string.Create(value.Length, value, static (shape, text) =>
        {
            for (var i = 0; i < text.Length; i++)
                shape[i] = char.IsAsciiDigit(text[i]) ? '0' : text[i];
        });
    }

    string Text(IEnumerable<KeyValuePair<string, string>> arguments)
    {
        var text = new StringBuilder(method).Append(' ').Append(Path).Append('?');
        foreach (var (name, value) in arguments)
            text.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value)).Append('&');
        return text.Append('\n').Append(body).ToString();
    }

    static bool IsForm(string? type) => type is not null && type.Contains("x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    public static string? TypeOf(IReadOnlyList<HeaderLine> headers)
    {
        foreach (var header in headers)
        {
            if (header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }

        return null;
    }
}
