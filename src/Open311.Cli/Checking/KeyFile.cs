using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Reporting.Bundles;

namespace Open311.Cli.Checking;

/// <summary>Reads keys from PEM files.</summary>
internal static class KeyFile
{
    const int LargestFile = 64 * 1024;

    /// <exception cref="UsageException">There is no such file, or no private key in it.</exception>
    public static BundleSigner Signer(string name, string workingDirectory) => Read("sign", name, workingDirectory, BundleSigner.FromPem);

    /// <exception cref="UsageException">There is no such file, or no key in it.</exception>
    public static BundleKey Public(string name, string workingDirectory) => Read("key", name, workingDirectory, BundleKey.FromPem);

    static T Read<T>(string option, string name, string workingDirectory, Func<string, T> read)
    {
        var shown = Printable.Line(name);
        try
        {
            var file = new FileInfo(Path.Combine(workingDirectory, name));
            if (!file.Exists)
                throw new UsageException($"--{option}: There is no file '{shown}'.");
            if (file.Length > LargestFile)
                throw new UsageException($"--{option}: '{shown}' has {file.Length} bytes; a key file has at most {LargestFile}.");
            return read(File.ReadAllText(file.FullName));
        }
        catch (BundleException e)
        {
            throw new UsageException($"--{option}: '{shown}': {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"--{option}: '{shown}' cannot be read: {Printable.Line(e.Message)}");
        }
    }
}
