namespace Open311.Cli.Settings;

/// <summary>One setting: an option on the command line and a key in the file.</summary>
/// <param name="Key">The key in the file; the option is the key with two hyphens before it.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Value">What the help calls its value.</param>
/// <param name="Description">One sentence for the help.</param>
/// <param name="InFile">Whether the file may hold it.</param>
internal sealed record OptionSpec(string Key, OptionKind Kind, string Value, string Description, bool InFile = true)
{
    /// <summary>As written on the command line.</summary>
    public string Option => $"--{Key}";

    /// <summary>Whether more than one value makes sense.</summary>
    public bool IsMany => Kind is OptionKind.List or OptionKind.CommaList or OptionKind.Pairs;
}
