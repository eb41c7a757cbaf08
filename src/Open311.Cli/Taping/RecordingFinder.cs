using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary>Finds recordings: directories, zips, and those that come with the tool.</summary>
internal static class RecordingFinder
{
    const string Prefix = "recordings/";
    const string Zip = ".zip";

    /// <summary>The names of those that come with the tool: <c>fixtures/recordings</c>.</summary>
    public static IReadOnlyList<string> Names =>
        [.. typeof(RecordingFinder).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..^Zip.Length]).Order(StringComparer.Ordinal)];

    /// <summary>What is said of one that comes with the tool.</summary>
    public static RecordingInfo ShippedInfo(string name)
    {
        using var stream = Shipped(name);
        return RecordingArchive.ReadInfo(stream, name);
    }

    /// <summary>Reads a recording.</summary>
    /// <exception cref="UsageException">There is none of that name, or it cannot be read.</exception>
    public static Recording Read(RawValue name, IConsoleEnvironment env)
    {
        var given = Path.GetFullPath(name.Text, env.WorkingDirectory);
        try
        {
            if (Directory.Exists(given))
                return RecordingFolder.Read(given);
            using var stream = File.Exists(given) ? File.OpenRead(given) : Shipped(Known(name));
            return RecordingArchive.Read(stream, name.Text);
        }
        catch (RecordingException e)
        {
            throw new UsageException($"{name.Origin}: {Printable.Line(e.Message)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name.Origin}: {Printable.Line(name.Text)} cannot be read: {Printable.Line(e.Message)}");
        }
    }

    static Stream Shipped(string name) => typeof(RecordingFinder).Assembly.GetManifestResourceStream($"{Prefix}{name}{Zip}")!;

    static string Known(RawValue name) => Names.FirstOrDefault(n => n.Equals(name.Text, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException($"{name.Origin}: There is no recording '{Printable.Line(name.Text)}': no such directory or file, and {(Names.Count == 0 ? "none comes with the tool" : $"those that come with the tool are {string.Join(", ", Names)}")}.{Suggestion.For(name.Text, Names)}");
}
