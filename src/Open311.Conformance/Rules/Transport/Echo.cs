using System.Text;
using Open311.Conformance.Asking;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Transport;

/// <summary>Looks for text that was sent and comes back as markup.</summary>
static class Echo
{
    const int Window = 256 * 1024;
    static readonly DefectKind[] broken = [DefectKind.NotWellFormed, DefectKind.EntityReference];

    /// <summary>What is wrong with how an answer shows a sent value; null when nothing is.</summary>
    public static string? Problem(Reply reply, string value)
    {
        if (reply.Answer is not { Body.IsEmpty: false } answer)
            return null;
        var kind = Sniff.Of(answer.Body.Span);
        if (kind == Sniffed.Html || answer.Header("Content-Type")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true)
        {
            var text = Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(answer.Body.Length, Window)]);
            return value.Contains('<') && text.Contains(value, StringComparison.Ordinal) ? "the page that is answered shows the sent markup unescaped." : null;
        }

        var fits = reply.Ask.Format == DataFormat.Json ? kind == Sniffed.Json : kind == Sniffed.Xml;
        if (!fits || reply.Reading is not { } reading)
            return null;
        if (reading.Defects.FirstOrDefault(d => broken.Contains(d.Kind)) is { } defect)
            return $"the body that is answered is not well formed: {defect.Message}";
        return reading.Document is { Format: DataFormat.Xml } document && value.Contains("<b>") && HoldsElement(document.Root, "b")
            ? "the sent <b> came back as an element of the document."
            : null;
    }

    static bool HoldsElement(Node node, string name) => node.Name == name || node.Children.Any(c => HoldsElement(c, name));
}
