using System.Globalization;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;

namespace Open311.Cli.Checking;

/// <summary>Decides where reports go and makes sure, before anything is sent, that they can.</summary>
internal static class ReportFolder
{
    const int LongestHost = 80;

    /// <summary>The name of a new folder for a target: host, port where it is not the usual one, UTC time.</summary>
    /// <param name="endpoint">Null for the embedded city.</param>
    /// <param name="now">Any offset.</param>
    public static string NameFor(Uri? endpoint, DateTimeOffset now)
    {
        if (endpoint is null)
            return NameFor("embedded-city", now);
        var port = endpoint.IsDefaultPort ? "" : $"-{endpoint.Port}";
        return NameFor($"{Safe(endpoint.IdnHost)}{port}", now);
    }

    /// <summary>Creates the folder and returns its absolute path.</summary>
    /// <exception cref="UsageException">It cannot be created or written to.</exception>
    public static string Create(string? given, Uri? endpoint, IConsoleEnvironment env) => CreateNamed(given, NameFor(endpoint, env.Clock.GetUtcNow()), env);

    /// <summary>Creates the folder for the reports of many targets and returns its absolute path.</summary>
    /// <exception cref="UsageException">It cannot be created or written to.</exception>
    public static string CreateForMany(string? given, IConsoleEnvironment env) => CreateNamed(given, NameFor("fleet", env.Clock.GetUtcNow()), env);

    /// <summary>Removes a folder in which nothing was written.</summary>
    public static void RemoveIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    /// <summary>A path as people read it: relative where it lies below the working directory.</summary>
    public static string Shown(string path, IConsoleEnvironment env)
    {
        var relative = Path.GetRelativePath(env.WorkingDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    static string NameFor(string what, DateTimeOffset now) => $"{what}-{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";

    /// <summary>Creates a folder of that name for something else, below <c>reports</c> unless one is given.</summary>
    /// <exception cref="UsageException">It cannot be created or written to.</exception>
    public static string CreateFor(string what, string? given, IConsoleEnvironment env) => CreateNamed(given, NameFor(what, env.Clock.GetUtcNow()), env);

    static string CreateNamed(string? given, string name, IConsoleEnvironment env)
    {
        var origin = given is null ? "The default folder" : $"--{CheckSettings.Out}";
        var path = Path.GetFullPath(given ?? Path.Combine("reports", name), env.WorkingDirectory);
        if (given is null)
            path = FirstFree(path);
        try
        {
            Directory.CreateDirectory(path);
            var trial = Path.Combine(path, $".{Guid.NewGuid():N}.tmp");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException(
                $"{origin}: No report can be written to '{Printable.Line(path)}': {Printable.Line(e.Message)} Name another folder by --{CheckSettings.Out}.");
        }
    }

    static string FirstFree(string path) =>
        Enumerable.Range(1, 1000).Select(n => n == 1 ? path : $"{path}-{n}").First(candidate => !Path.Exists(candidate));

    // What is safe on every file system: a bare IPv6 address has colons, and a host may be 253 long.
    static string Safe(string host)
    {
        var safe = string.Concat(host.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-')).Trim('.', '-');
        return safe.Length == 0 ? "target" : safe[..Math.Min(safe.Length, LongestHost)].TrimEnd('.', '-');
    }
}
