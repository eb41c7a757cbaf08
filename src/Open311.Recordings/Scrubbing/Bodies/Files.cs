using System.Text;

namespace Open311.Recordings.Scrubbing.Bodies;

/// <summary>Files attached to a form, read as Latin-1.</summary>
static class Files
{
    /// <summary>What takes the place of a file: a picture of the same format, that in base64 when the file was, or a word.</summary>
    public static string Instead(string file)
    {
        if (Placeholders.Like(Encoding.Latin1.GetBytes(file)) is { } picture)
            return Encoding.Latin1.GetString(picture);
        var bare = string.Concat(file.Where(c => !char.IsWhiteSpace(c)));
        var bytes = new byte[bare.Length];
        return Convert.TryFromBase64String(bare, bytes, out var length) && Placeholders.Like(bytes.AsSpan(0, length)) is { } coded ? Convert.ToBase64String(coded) : "scrubbed";
    }
}
