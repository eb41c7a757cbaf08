using Open311.Cli.Application;
using Open311.Cli.Consoles;
using YamlDotNet.Core;

namespace Open311.Cli.Settings;

/// <summary>Finds and opens a YAML file that an option names.</summary>
internal static class SettingsFile
{
    const int LargestFile = 1024 * 1024;

    /// <summary>Reads what is in a file.</summary>
    /// <param name="option">The option that names it, without hyphens.</param>
    /// <param name="content">What it holds, in a word.</param>
    /// <param name="name">As the operator wrote it; messages repeat it.</param>
    /// <param name="workingDirectory">Where a relative name starts.</param>
    /// <param name="read">Reads the text; told the name to be used in messages.</param>
    /// <exception cref="UsageException">There is no such file, it cannot be read, or something in it cannot be used.</exception>
    public static T Read<T>(string option, string content, string name, string workingDirectory, Func<string, string, T> read)
    {
        var shown = Printable.Line(name);
        try
        {
            return read(shown, Text(option, content, name, shown, workingDirectory));
        }
        catch (YamlException e)
        {
            throw new YamlFile(shown).NotYaml(e);
        }
    }

    static string Text(string option, string content, string name, string shown, string workingDirectory)
    {
        var path = Path.Combine(workingDirectory, name);
        try
        {
            if (Directory.Exists(path))
                throw new UsageException($"--{option}: '{shown}' is a folder; expected a YAML file of {content} in it.");
            using var file = File.OpenRead(path);
            if (file.Length > LargestFile)
                throw new UsageException($"--{option}: '{shown}' has {file.Length} bytes; a file of {content} has at most {LargestFile}.");
            return new StreamReader(file).ReadToEnd();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"--{option}: There is no file '{shown}' in {workingDirectory}; name an existing YAML file, or leave --{option} out.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"--{option}: '{shown}' cannot be read: {YamlFile.Sentence(e.Message)} Check the name and its permissions.");
        }
    }
}
