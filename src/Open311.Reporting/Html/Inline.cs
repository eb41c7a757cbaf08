using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Open311.Reporting.Html;

/// <summary>A part of the page that is code: only what has this hash may run.</summary>
/// <param name="Text">The code.</param>
/// <param name="Source">Its expression in the policy: <c>'sha256-...'</c>.</param>
public sealed record Inline(string Text, string Source)
{
    /// <summary>Reads embedded files, one after another.</summary>
    /// <param name="names">Such as <c>report.css</c>.</param>
    public static Inline Of(params string[] names)
    {
        var text = string.Concat(names.Select(Read));
        return new Inline(text, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'");
    }

    static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its embedded file {name}: the build is broken.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
