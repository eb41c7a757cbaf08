namespace Open311.WebConsole.Runs;

/// <summary>The folder of a console, which no other console uses meanwhile: what goes on in one must not be taken for interrupted by another.</summary>
internal sealed class DataFolder : IDisposable
{
    const string LockName = "console.lock";

    readonly FileStream held;

    DataFolder(FileStream held) => this.held = held;

    /// <summary>Makes the folder where it is missing, for its owner alone, and holds it.</summary>
    /// <exception cref="ConsoleException">It cannot be used, or another console uses it.</exception>
    public static DataFolder Open(DirectoryInfo folder)
    {
        try
        {
            if (!folder.Exists)
            {
                if (OperatingSystem.IsWindows())
                    folder.Create();
                else
                    Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ConsoleException($"'{folder.FullName}' cannot be made: {e.Message} Name another folder by --data.");
        }

        try
        {
            return new DataFolder(new FileStream(Path.Combine(folder.FullName, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConsoleException($"'{folder.FullName}' cannot be used, or another console uses it: {e.Message} Stop that, or name another folder by --data.");
        }
    }

    public void Dispose() => held.Dispose();
}
