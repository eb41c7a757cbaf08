namespace Open311.Mock.WireMock.Checking;

/// <summary>Puts what was received into a sentence.</summary>
internal static class Texts
{
    const int Most = 80;

    /// <summary>One line, bounded, without control characters.</summary>
    public static string Shown(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return line.Length <= Most ? line : line[..Most] + "...";
    }

    /// <summary>The first line of what a library said, as a sentence.</summary>
    public static string Said(Exception e)
    {
        var line = e.Message.Split('\n')[0].Trim();
        line = line.Length <= 300 ? line : line[..300] + "...";
        return line.EndsWith('.') ? line : line + ".";
    }
}
