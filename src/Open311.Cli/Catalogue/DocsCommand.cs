using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;

namespace Open311.Cli.Catalogue;

/// <summary><c>open311 requirements --docs FOLDER</c>: the catalogue as pages to read.</summary>
internal sealed class DocsCommand(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>Writes the pages, or tells which are not up to date.</summary>
    /// <param name="folder">Where they stand.</param>
    /// <param name="check">Whether nothing is written.</param>
    /// <exception cref="UsageException">The folder cannot be used.</exception>
    public int Run(string folder, bool check)
    {
        var path = Path.GetFullPath(folder, env.WorkingDirectory);
        var pages = rooms.Selftest.Pages();
        if (check)
            return Check(pages, path);
        try
        {
            Directory.CreateDirectory(path);
            foreach (var (name, text) in pages)
                File.WriteAllText(Path.Combine(path, name), text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--docs: The pages cannot be written: {e.Message}");
        }

        env.Out.WriteLine($"{pages.Count} pages written to {path}.");
        return ExitCode.Success;
    }

    int Check(IReadOnlyDictionary<string, string> pages, string path)
    {
        var stale = rooms.Selftest.Stale(pages, path);
        foreach (var sentence in stale)
            env.Error.WriteLine(sentence);
        if (stale.Count == 0)
            return ExitCode.Success;
        env.Error.WriteLine("Write the pages anew: open311 requirements --docs " + path);
        return ExitCode.Nonconformant;
    }
}
