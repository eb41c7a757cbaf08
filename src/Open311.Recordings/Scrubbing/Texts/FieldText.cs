using System.Text;
using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing.Texts;

/// <summary>The value of a field, and the way from places in it back to places in the text that the field is part of.</summary>
sealed class FieldText
{
    readonly Field _field;

    FieldText(Field field, Unescaped decoded) => (_field, Decoded) = (field, decoded);

    public Unescaped Decoded { get; }

    public static FieldText Of(string text, Field field)
    {
        var segments = field.Segments;
        var raw = segments.Count == 1
            ? text[segments[0].Start..segments[0].End]
            : string.Concat(segments.Select(s => text[s.Start..s.End]));
        return new FieldText(field, field.Kind is ValueKind.File ? Unescaped.Plain(raw) : Unescaped.Of(raw, field.IsForm, field.IsQuotedPrintable));
    }

    /// <summary>An edit of the value as edits of the text: where markup stands within, what follows it is removed.</summary>
    public IEnumerable<Edit> Place(Edit edit)
    {
        var (start, end) = Decoded.Raw(edit.Start, edit.End);
        var text = Written(edit.Text, start);
        var offset = 0;
        foreach (var (from, to) in _field.Segments)
        {
            var length = to - from;
            var (first, last) = (Math.Max(start - offset, 0), Math.Min(end - offset, length));
            if (first < last)
            {
                yield return new Edit(from + first, from + last, text);
                text = "";
            }

            offset += length;
        }
    }

    string Written(string made, int start)
    {
        if (_field.IsNumber && start == 0 && made.Length > 1 && made[0] == '0' && char.IsAsciiDigit(made[1]))
            return "9" + made[1..];
        return _field.IsForm && made.AsSpan().ContainsAny("+/=") ? new StringBuilder(made).Replace("+", "%2B").Replace("/", "%2F").Replace("=", "%3D").ToString() : made;
    }
}
