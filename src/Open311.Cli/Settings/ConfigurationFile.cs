using Open311.Cli.Application;
using Open311.Cli.Consoles;
using YamlDotNet.Core;

namespace Open311.Cli.Settings;

/// <summary>Finds and opens the file of <c>--config</c>.</summary>
internal static class ConfigurationFile
{
    const int LargestFile = 1024 * 1024;

    /// <summary>Reads the settings in a file.</summary>
    /// <param name="name">As the operator wrote it; messages repeat it.</param>
    /// <param name="workingDirectory">Where a relative name starts.</param>
    /// <exception cref="UsageException">There is no such file, it cannot be read, or something in it cannot be used.</exception>
    public static RawSettings Read(string name, string workingDirectory)
    {
        var shown = Printable.Line(name);
        try
        {
            return new ConfigurationReader(shown).Read(Text(name, shown, workingDirectory));
        }
        catch (YamlException e)
        {
            throw new UsageException(
                $"{shown}({e.Start.Line},{e.Start.Column}): This is not YAML: {Sentence(e.Message)} Correct it there; every line reads 'key: value'.");
        }
    }

    static string Text(string name, string shown, string workingDirectory)
    {
        var path = Path.Combine(workingDirectory, name);
        try
        {
            if (Directory.Exists(path))
                throw new UsageException($"--config: '{shown}' is a folder; expected a YAML file of settings in it.");
            using var file = File.OpenRead(path);
            if (file.Length > LargestFile)
                throw new UsageException($"--config: '{shown}' has {file.Length} bytes; a file of settings has at most {LargestFile}.");
            return new StreamReader(file).ReadToEnd();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"--config: There is no file '{shown}' in {workingDirectory}; name an existing YAML file, or leave --config out.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--config: '{shown}' cannot be read: {Sentence(e.Message)} Check the name and its permissions.");
        }
    }

    static string Sentence(string message)
    {
        var line = Printable.Line(message.Trim());
        return line.EndsWith('.') ? line : line + ".";
    }
}
