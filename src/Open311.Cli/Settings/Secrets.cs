using Open311.Conformance.Evidence;
using Open311.Conformance.Targets;

namespace Open311.Cli.Settings;

/// <summary>What must not be printed, and how it is kept from being printed.</summary>
internal sealed class Secrets
{
    // Below this length the mask would eat everything else.
    const int Telling = 4;

    readonly Redactor redactor;
    readonly string[] forms;

    Secrets(string? apiKey, IEnumerable<string> others)
    {
        redactor = new Redactor(apiKey);
        forms = [.. others
            .Where(other => other.Length >= Telling)
            .SelectMany(other => new[] { other, Uri.EscapeDataString(other), System.Net.WebUtility.UrlEncode(other) })
            .Distinct()
            // One that contains another must go first, or its rest stays readable.
            .OrderByDescending(form => form.Length)];
    }

    /// <summary>Masks nothing but the values of <c>api_key</c> arguments.</summary>
    public static Secrets None { get; } = new(null, []);

    /// <summary>Those of a target; any extra header or argument may be a credential.</summary>
    public static Secrets Of(Target? target) =>
        target is null ? None : new Secrets(target.ApiKey, target.ExtraHeaders.Concat(target.ExtraQuery).Concat(target.Writes.ExtraForm).Select(pair => pair.Value));

    /// <summary>The text without secrets.</summary>
    public string Hide(string text)
    {
        // Word by word: a URL is unescaped to look into it, and what stands around it must not be escaped in turn.
        text = redactor.Text(string.Join(' ', text.Split(' ').Select(redactor.Url)));
        foreach (var form in forms)
            text = text.Replace(form, Redactor.Mask, StringComparison.OrdinalIgnoreCase);
        return HideArgument(text, "api_key=");
    }

    static string HideArgument(string text, string argument)
    {
        var from = 0;
        while (text.IndexOf(argument, from, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            var start = at + argument.Length;
            var end = text.AsSpan(start).IndexOfAny("&# '\"\n");
            text = string.Concat(text.AsSpan(0, start), Redactor.Mask, end < 0 ? "" : text.AsSpan(start + end));
            from = start + Redactor.Mask.Length;
        }

        return text;
    }
}
