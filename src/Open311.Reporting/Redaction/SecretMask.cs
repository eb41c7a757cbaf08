using System.Text;
using System.Text.RegularExpressions;
using Open311.Conformance.Evidence;
using Open311.Conformance.Targets;

namespace Open311.Reporting.Redaction;

/// <summary>Replaces the operator's secrets in any text by <see cref="Mask"/>.</summary>
sealed class SecretMask
{
    /// <summary>What stands in place of the key, here as in the evidence.</summary>
    public const string Mask = Redactor.Mask;

    /// <summary>What stands in place of any other credential.</summary>
    public const string Other = "WITHHELD";

    readonly IReadOnlyList<(Regex Pattern, string Replacement)> patterns;

    SecretMask(string? apiKey, IEnumerable<string> others)
    {
        // The longest first: a secret that contains another would else be left in pieces.
        var secrets = others.Select(secret => (Secret: secret, Replacement: Other))
            .Prepend((Secret: apiKey ?? "", Replacement: Mask))
            .Where(s => s.Secret.Length > 0)
            .DistinctBy(s => s.Secret, StringComparer.Ordinal)
            .OrderByDescending(s => s.Secret.Length)
            .ToList();
        patterns = [.. secrets.Select(s => (SecretPattern.For(s.Secret), s.Replacement))];
        Margin = secrets.Count == 0 ? 0 : secrets[0].Secret.Length * 12;
    }

    /// <summary>Whether there is nothing to hide.</summary>
    public bool IsEmpty => patterns.Count == 0;

    /// <summary>The longest a secret can be when every character of it is escaped.</summary>
    public int Margin { get; }

    /// <summary>Knows the key and the target's other credentials.</summary>
    public static SecretMask For(Target target) => new(target.ApiKey, OtherSecrets(target));

    /// <summary>The credentials in headers and query arguments added by the operator, and those in the URLs.</summary>
    public static IReadOnlyList<string> OtherSecrets(Target target) =>
    [
        .. UserInfo(target.Endpoint),
        .. UserInfo(target.Discovery),
        .. target.ExtraQuery.Where(q => SensitiveName.Is(q.Key)).Select(q => q.Value),
        .. target.Writes.ExtraForm.Where(f => SensitiveName.Is(f.Key)).Select(f => f.Value),
        .. target.Writes.Email is { } email ? (string[])[email] : [],
        .. target.ExtraHeaders.Where(h => SensitiveName.Is(h.Key)).SelectMany(h => (string[])[h.Value, .. h.Value.Split(' ').Skip(1)]),
    ];

    /// <summary>The text without any secret.</summary>
    public string Apply(string text) => patterns.Aggregate(text, (clean, secret) => secret.Pattern.Replace(clean, secret.Replacement));

    /// <summary>A part of the text without any secret, widened where an edge would cut through one.</summary>
    public string ApplyTo(string text, int from, int to)
    {
        foreach (var match in patterns.SelectMany(secret => secret.Pattern.Matches(text)))
        {
            if (match.Index < from && match.Index + match.Length > from)
                from = match.Index;
            if (match.Index < to && match.Index + match.Length > to)
                to = match.Index + match.Length;
        }

        return Apply(text[from..to]);
    }

    /// <summary>Whether a secret may stand in text given as UTF-8. Looks at it piece by piece, so that a large text is not held a second time.</summary>
    public bool MayBeIn(ReadOnlySpan<byte> text)
    {
        if (IsEmpty)
            return false;

        // A secret, and what decides whether it is one, lies whole in one of two neighbouring pieces.
        var overlap = Margin + 64;
        var size = Math.Max(32 * 1024, 4 * overlap);
        for (var at = 0; ; at += size - overlap)
        {
            var piece = Encoding.UTF8.GetString(text.Slice(at, Math.Min(size, text.Length - at)));
            if (patterns.Any(secret => secret.Pattern.IsMatch(piece)))
                return true;
            if (at + size >= text.Length)
                return false;
        }
    }

    static string[] UserInfo(Uri? url) => url is { IsAbsoluteUri: true, UserInfo.Length: > 0 }
        ? [url.UserInfo, .. url.UserInfo.Split(':', 2).Skip(1)]
        : [];
}
