using System.Reflection;
using System.Text;
using Open311.Reporting.Html;

namespace Open311.WebConsole.Serving;

/// <summary>The style sheet, which begins with that of the reports, and the script.</summary>
internal static class Assets
{
    public static string Style { get; } = Inline.Of("report.css").Text + Read("console.css");

    public static string Script { get; } = Read("console.js");

    static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its embedded file {name}: the build is broken.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
