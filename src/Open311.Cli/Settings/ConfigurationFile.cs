using Open311.Cli.Application;

namespace Open311.Cli.Settings;

/// <summary>The file of <c>--config</c>.</summary>
internal static class ConfigurationFile
{
    /// <summary>Reads the settings in a file.</summary>
    /// <param name="name">As the operator wrote it; messages repeat it.</param>
    /// <param name="workingDirectory">Where a relative name starts.</param>
    /// <exception cref="UsageException">There is no such file, it cannot be read, or something in it cannot be used.</exception>
    public static RawSettings Read(string name, string workingDirectory) =>
        SettingsFile.Read(CheckSettings.Config, "settings", name, workingDirectory, (shown, yaml) => new ConfigurationReader(shown).Read(yaml));
}
