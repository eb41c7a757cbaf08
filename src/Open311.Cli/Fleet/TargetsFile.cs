using Open311.Cli.Application;
using Open311.Cli.Settings;

namespace Open311.Cli.Fleet;

/// <summary>The file of <c>--targets</c>, in either form.</summary>
internal static class TargetsFile
{
    /// <summary>Reads the targets in a file.</summary>
    /// <param name="name">As the operator wrote it; messages repeat it.</param>
    /// <param name="workingDirectory">Where a relative name starts.</param>
    /// <exception cref="UsageException">There is no such file, it cannot be read, or something in it cannot be used.</exception>
    public static TargetList Read(string name, string workingDirectory) =>
        SettingsFile.Read(CheckSettings.Targets, "targets", name, workingDirectory, (shown, yaml) =>
            new DirectoryReader(shown).Recognises(yaml) ? new DirectoryReader(shown).Read(yaml) : new TargetsReader(shown).Read(yaml));
}
