namespace Open311.Cli.Fleet;

/// <summary>Gives each target a folder: a name that is safe on every file system, the same in every run of the same file, and no other's.</summary>
internal sealed class FolderNames
{
    const int Longest = 60;

    // Windows gives these to devices, in every folder.
    static readonly string[] devices = ["con", "prn", "aux", "nul"];

    readonly HashSet<string> given = [];

    /// <summary>A name for the next target.</summary>
    /// <param name="name">What it is called; used where it is written in ASCII, since letters left out make names alike.</param>
    /// <param name="host">The host of its endpoint; null for none.</param>
    public string Next(string? name, string? host)
    {
        var wanted = name is not null && name.All(char.IsAscii) ? Safe(name) : "";
        if (wanted.Length == 0)
            wanted = Safe(host ?? "");
        if (wanted.Length == 0 || devices.Contains(wanted) || (wanted.Length == 4 && wanted[..3] is "com" or "lpt"))
            wanted = wanted.Length == 0 ? "target" : $"target-{wanted}";
        var unique = wanted;
        for (var n = 2; !given.Add(unique); n++)
            unique = $"{wanted}-{n}";
        return unique;
    }

    static string Safe(string text)
    {
        var words = string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var safe = string.Join('-', words);
        return safe[..Math.Min(safe.Length, Longest)].TrimEnd('-');
    }
}
