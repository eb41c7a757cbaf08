using System.Text;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Asking;

/// <summary>
/// What an answer says in words: the values of its document, freed of references, sections and escapes, or the body as it is
/// where it holds no document.
/// </summary>
static class Wording
{
    const int Most = 64 * 1024;

    public static string Of(Reply reply)
    {
        if (reply.Document is { } document)
        {
            var text = new StringBuilder();
            Append(text, document.Root);
            return text.ToString();
        }

        return reply.Answer is { } answer ? Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, Most)]) : "";
    }

    static void Append(StringBuilder text, Node node)
    {
        if (text.Length >= Most)
            return;
        text.Append(node.Text).Append('\n');
        foreach (var child in node.Children)
            Append(text, child);
    }
}
