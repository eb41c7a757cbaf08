using System.Globalization;
using System.Text;
using Open311.Protocol;

namespace Open311.Conformance.Baselines;

/// <summary>Writes a baseline as YAML.</summary>
public static class BaselineWriter
{
    /// <summary>The text of the file.</summary>
    public static string Write(Baseline baseline)
    {
        var text = new StringBuilder("# Failures known of an endpoint, for 'open311 check --baseline FILE'; 'open311 explain ID' says what each is about.\n");
        if (baseline.Known.Count == 0)
            return text.Append("known: []\n").ToString();
        text.Append("known:\n");
        foreach (var known in baseline.Known)
        {
            text.Append(CultureInfo.InvariantCulture, $"- requirement: {known.Requirement}\n");
            if (known.Format is { } format)
                text.Append(CultureInfo.InvariantCulture, $"  format: {format.Extension()}\n");
            text.Append(CultureInfo.InvariantCulture, $"  owner: {Quoted(known.Owner)}\n  reason: {Quoted(known.Reason)}\n  expires: {known.Expires:yyyy-MM-dd}\n");
        }

        return text.ToString();
    }

    // Double quotes take anything: JSON strings are YAML.
    static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text, Relaxed);

    static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
