namespace Open311.Recordings.Scrubbing.Texts;

/// <summary>Turns a replacement that looks like what it replaces into edits of the letters and digits only, so that whatever stands between them stays as it was written.</summary>
static class Pieces
{
    public static List<Edit> Of(string text, int start, string made)
    {
        var edits = new List<Edit>();
        for (var i = 0; i < made.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(made[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < made.Length && char.IsAsciiLetterOrDigit(made[end]))
                end++;
            if (!text.AsSpan(start + i, end - i).SequenceEqual(made.AsSpan(i, end - i)))
                edits.Add(new Edit(start + i, start + end, made[i..end]));
            i = end;
        }

        return edits;
    }

    /// <summary>Puts digits in the place of the digits of a stretch, one for one; each run of digits is an edit.</summary>
    public static List<Edit> Digits(string text, int start, int end, string digits)
    {
        var made = text[start..end].ToCharArray();
        var used = 0;
        for (var i = 0; i < made.Length; i++)
        {
            if (char.IsDigit(made[i]) && used < digits.Length)
                made[i] = digits[used++];
        }

        return Of(text, start, new string(made));
    }

    /// <summary>The digits of a stretch, as ASCII.</summary>
    public static string DigitsOf(ReadOnlySpan<char> text)
    {
        var digits = new System.Text.StringBuilder();
        foreach (var c in text)
        {
            if (char.IsDigit(c))
                digits.Append((char)('0' + (int)char.GetNumericValue(c)));
        }

        return digits.ToString();
    }
}
