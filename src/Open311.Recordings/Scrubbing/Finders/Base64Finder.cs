using System.Text;
using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Bodies;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>Base64 within texts, attachments and <c>data:</c> URLs: what it holds is scrubbed as text, or replaced as a picture, and encoded again.</summary>
sealed partial class Base64Finder(Func<string, string> scrub) : IFinder
{
    const int Shortest = 12;
    static readonly UTF8Encoding strict = new(false, throwOnInvalidBytes: true);

    public void Find(string text, Finds finds)
    {
        if (text.Length < Shortest)
            return;
        foreach (Match match in Run().Matches(text))
        {
            if (Replaced(match.Value) is { } made)
                finds.Add(made.IsPicture ? ValueKind.MediaUrl : ValueKind.FreeText, match.Index, match.Index + match.Length, new Edit(match.Index, match.Index + match.Length, made.Text));
        }
    }

    (string Text, bool IsPicture)? Replaced(string run)
    {
        var bare = string.Concat(run.Where(c => !char.IsWhiteSpace(c)));
        var isUrlSafe = bare.AsSpan().ContainsAny('-', '_');
        var padded = bare.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        if (padded.Length % 4 == 1)
            return null;
        var bytes = Convert.FromBase64String(padded.PadRight((padded.Length + 3) / 4 * 4, '='));
        if (Placeholders.Like(bytes) is { } picture)
            return bytes.AsSpan().SequenceEqual(picture) ? null : (Encoded(picture, run, isUrlSafe), true);
        if (Text(bytes) is not { } inner)
            return null;
        var clean = scrub(inner);
        return clean == inner ? null : (Encoded(Encoding.UTF8.GetBytes(clean), run, isUrlSafe), false);
    }

    static string? Text(byte[] bytes)
    {
        try
        {
            var text = strict.GetString(bytes);
            return text.AsSpan().ContainsAnyInRange('\0', '\b') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static string Encoded(byte[] bytes, string like, bool isUrlSafe)
    {
        var encoded = Convert.ToBase64String(bytes);
        if (isUrlSafe)
            encoded = encoded.Replace('+', '-').Replace('/', '_');
        return isUrlSafe || (!like.EndsWith('=') && like.Length % 4 != 0) ? encoded.TrimEnd('=') : encoded;
    }

    // Lines of an attachment are of one length, and part of one run.
    [GeneratedRegex("""(?<![A-Za-z0-9+/_\-])(?:[A-Za-z0-9+/_\-]{60,}\r?\n[ \t]*)*[A-Za-z0-9+/_\-]{12,}={0,2}(?![A-Za-z0-9+/_\-=])""", RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}
