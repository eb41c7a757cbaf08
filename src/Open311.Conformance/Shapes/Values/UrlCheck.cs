using Open311.Conformance.Findings;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Values;

sealed class UrlCheck : IValueCheck
{
    public FieldKind Kind => FieldKind.Url;

    public void Check(ShapeContext context, Field field, Node value)
    {
        const string Expected = "one absolute http(s) URL";
        var text = value.Text;
        var protocolRelative = text.StartsWith("//", StringComparison.Ordinal);
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            context.Add(Verdict.Warn, field.Value!, $"{field.Name} is a data: URI.", Expected, text, value);
        else if (protocolRelative && context.Shape.Name == "discovery")
            context.Add(Verdict.Warn, field.Value!, $"{field.Name} \"{text}\" names no scheme.", Expected, text, value);
        else if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0 || protocolRelative)
            context.Violated(field.Value!, $"{field.Name} \"{text}\" is not an absolute http or https URL.", Expected, text, value);
        else if (context.Shape.Name == "discovery" && (url.Fragment.Length > 0 || NamesAResource(url)))
            context.Violated(field.Value!, $"{field.Name} \"{text}\" is no base to which /services.xml can be appended.", "the base of the resources", text, value);
        else if (text.Any(c => c is ',' or ';' or '\n' or ' ') && text.IndexOf("://", text.IndexOf("://", StringComparison.Ordinal) + 3, StringComparison.Ordinal) > 0)
            context.Violated(field.Value!, $"{field.Name} holds several URLs.", Expected, text, value);
        else if (text.Any(c => c is ' ' or > '\u007e' or < ' '))
            context.Add(Verdict.Warn, field.Value!, $"{field.Name} \"{text}\" holds characters that must be percent-encoded.", Expected, text, value);
        else if (value.RawText != text)
            context.Add(Verdict.Warn, field.Value!, $"{field.Name} is surrounded by white space.", Expected, $"\"{value.RawText}\"", value);
        else
            context.Passed(field.Value!, $"{field.Name} is an absolute URL.");
    }

    /// <summary>Whether a URL ends in a resource of the specification rather than in what stands before it.</summary>
    public static bool NamesAResource(Uri url)
    {
        var last = url.AbsolutePath[(url.AbsolutePath.LastIndexOf('/') + 1)..].ToLowerInvariant();
        return last is "services.xml" or "services.json" or "requests.xml" or "requests.json" or "discovery.xml" or "discovery.json";
    }
}
