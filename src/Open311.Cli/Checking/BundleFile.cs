using Open311.Cli.Application;
using Open311.Cli.Consoles;

namespace Open311.Cli.Checking;

/// <summary>Where a bundle is to be written.</summary>
/// <param name="Path">Absolute.</param>
internal sealed record BundleFile(string Path)
{
    /// <summary>Makes sure that the file can be written.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    public static BundleFile Prepare(string name, string workingDirectory)
    {
        try
        {
            var path = System.IO.Path.GetFullPath(name, workingDirectory);
            if (Directory.Exists(path))
                throw new UsageException($"--bundle: '{Printable.Line(name)}' is a folder; name a file in it, such as '{Printable.Line(System.IO.Path.Combine(name, "bundle.zip"))}'.");
            var file = new BundleFile(path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllBytes(file.Temporary, []);
            File.Delete(file.Temporary);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"--bundle: '{Printable.Line(name)}' cannot be written: {Printable.Line(e.Message)}");
        }
    }

    string Temporary { get; } = $"{Path}.{Guid.NewGuid():N}.tmp";

    /// <summary>Writes it whole or not at all.</summary>
    public async Task WriteAsync(Func<Stream, Task> write)
    {
        try
        {
            await using (var stream = File.Create(Temporary))
                await write(stream);
            File.Move(Temporary, Path, overwrite: true);
        }
        finally
        {
            File.Delete(Temporary);
        }
    }
}
