namespace Open311.Cli.Settings;

/// <summary>How a setting is written.</summary>
internal enum OptionKind
{
    /// <summary>One text.</summary>
    Text,

    /// <summary>Several texts; the option may be repeated.</summary>
    List,

    /// <summary>Several texts, each of which may hold several, separated by commas.</summary>
    CommaList,

    /// <summary>Several <c>name=value</c>; a mapping in the file.</summary>
    Pairs,

    /// <summary>On or off.</summary>
    Switch,
}
