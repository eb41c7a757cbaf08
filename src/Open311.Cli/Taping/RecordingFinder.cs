using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary>Finds recordings by name or directory.</summary>
internal static class RecordingFinder
{
    /// <summary>Where the recordings lie that come with the tool.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "recordings");

    /// <summary>The names of those.</summary>
    public static IReadOnlyList<string> Names => Directory.Exists(Shipped)
        ? [.. Directory.EnumerateDirectories(Shipped).Where(RecordingFolder.Exists).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Reads a recording.</summary>
    /// <exception cref="UsageException">There is none of that name, or it cannot be read.</exception>
    public static Recording Read(RawValue name, IConsoleEnvironment env)
    {
        var path = PathOf(name, env);
        try
        {
            return RecordingFolder.Read(path);
        }
        catch (RecordingException e)
        {
            throw new UsageException($"{name.Origin}: {Printable.Line(e.Message)}");
        }
    }

    /// <summary>The directory of a recording.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public static string PathOf(RawValue name, IConsoleEnvironment env)
    {
        var given = Path.GetFullPath(name.Text, env.WorkingDirectory);
        if (Directory.Exists(given))
            return given;
        if (Names.FirstOrDefault(n => n.Equals(name.Text, StringComparison.OrdinalIgnoreCase)) is { } known)
            return Path.Combine(Shipped, known);
        throw new UsageException($"{name.Origin}: There is no recording '{Printable.Line(name.Text)}': no such directory, and {(Names.Count == 0 ? "none comes with the tool" : $"those that come with the tool are {string.Join(", ", Names)}")}.{Suggestion.For(name.Text, Names)}");
    }
}
