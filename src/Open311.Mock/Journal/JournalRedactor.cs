using System.Text;
using System.Text.RegularExpressions;

namespace Open311.Mock.Journal;

/// <summary>Takes keys and personal data out of calls: named ones wherever they stand, known keys and e-mail addresses by their look.</summary>
internal sealed partial class JournalRedactor(IReadOnlyCollection<string> secrets)
{
    public const string Mask = "[redacted]";

    // Stands in commands where an address was.
    const string Placeholder = "someone@example.org";

    static readonly string[] SecretHeaders = ["authorization", "proxy-authorization", "cookie", "set-cookie", "api_key", "api-key", "x-api-key", "apikey"];

    readonly string[] known = [.. secrets.Where(s => s.Length > 0).OrderByDescending(s => s.Length)];

    public JournalRecord Of(JournalEntry entry)
    {
        var sent = Encoding.UTF8.GetString(entry.Body.Bytes.Span);
        // A key that was not ours is a secret, too, wherever else it is repeated.
        var keys = KeyValues().Matches(entry.Target + "\n" + sent).Select(m => m.Groups["value"].Value).Where(v => v.Length > 3).Distinct().ToArray();
        return new JournalRecord
        {
            Number = entry.Number,
            At = entry.At,
            Duration = entry.Duration,
            Client = Clean($"{entry.Client.Address} {entry.Client.Agent}".Trim(), keys),
            Method = entry.Method,
            Target = Clean(entry.Target, keys),
            Version = entry.Version,
            Headers = [.. entry.Headers.Select(h => Header(h, keys))],
            Body = Clean(sent, keys),
            BodyLength = entry.Body.Length,
            Status = entry.Status,
            AnswerHeaders = [.. entry.AnswerHeaders.Select(h => Header(h, keys))],
            AnswerBody = Keys(Encoding.UTF8.GetString(entry.AnswerBody.Bytes.Span), keys),
            AnswerBodyLength = entry.AnswerBody.Length,
            Faults = entry.Faults,
            AnsweredBy = entry.AnsweredBy,
            Findings = [.. entry.Findings.Select(f => f with
            {
                Received = Clean(f.Received, keys),
                Expected = Keys(f.Expected, keys),
                Curl = f.Curl is { } curl ? Addresses().Replace(Keys(curl, keys), m => m.Value == Placeholder ? Placeholder : Mask) : null,
            })],
        };
    }

    KeyValuePair<string, string> Header(KeyValuePair<string, string> header, string[] keys) =>
        KeyValuePair.Create(header.Key, SecretHeaders.Contains(header.Key.ToLowerInvariant()) ? Mask : Clean(header.Value, keys));

    string Clean(string text, string[] keys)
    {
        if (text.Length == 0)
            return text;
        var named = FormValues().Replace(text, m => m.Groups["name"].Value + Mask);
        named = PartValues().Replace(named, m => m.Groups["name"].Value + Mask);
        named = JsonValues().Replace(named, m => m.Groups["name"].Value + "\"" + Mask + "\"");
        return Addresses().Replace(Keys(named, keys), Mask);
    }

    string Keys(string text, string[] keys)
    {
        foreach (var secret in known.Concat(keys))
            text = text.Replace(secret, Mask, StringComparison.Ordinal).Replace(Uri.EscapeDataString(secret), Mask, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    const string Names = "api[_-]?key|e-?mail|mail|first[_-]?name|last[_-]?name|name|phone|telephone|device[_-]?id|account[_-]?id|authorization|password|token_secret";

    [GeneratedRegex($@"(?<name>(?:^|[?&\r\n])(?:{Names})=)(?<value>[^&\s]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FormValues();

    [GeneratedRegex($@"(?<name>name=""?(?:{Names})""?\s*\r?\n(?:[^\r\n]+\r?\n)*\r?\n)(?<value>[^\r\n]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartValues();

    [GeneratedRegex($@"(?<name>""(?:{Names})""\s*:\s*)(?<value>""(?:[^""\\]|\\.)*""|[^\s,}}]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex JsonValues();

    [GeneratedRegex(@"(?:^|[?&\s""])api[_-]?key""?\s*[=:]\s*""?(?<value>[^&\s"",}]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KeyValues();

    [GeneratedRegex(@"[A-Za-z0-9._+-]{1,64}(?:@|%40)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
