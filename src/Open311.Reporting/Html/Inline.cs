using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Open311.Reporting.Html;

/// <summary>A part of the page that is code: only what has this hash may run.</summary>
/// <param name="Text">The code.</param>
/// <param name="Source">Its expression in the policy: <c>'sha256-...'</c>.</param>
public sealed record Inline(string Text, string Source)
{
    /// <summary>Reads an embedded file.</summary>
    /// <param name="name">Such as <c>report.css</c>.</param>
    public static Inline Of(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its embedded file {name}: the build is broken.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new Inline(text, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");
    }
}
