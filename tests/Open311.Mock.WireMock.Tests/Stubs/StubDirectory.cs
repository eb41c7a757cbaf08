namespace Open311.Mock.WireMock.Tests.Stubs;

/// <summary>A folder of mapping files that goes when the test ends.</summary>
internal sealed class StubDirectory : IDisposable
{
    public StubDirectory(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            Write(name, text);
    }

    public string FullPath { get; } = Directory.CreateTempSubdirectory("open311-stubs-").FullName;

    public string Write(string name, string text)
    {
        var path = Path.Combine(FullPath, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        // Two writes of a test may fall into one tick of the file system's clock.
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddTicks(Interlocked.Increment(ref writes) * 10_000_000));
        return path;
    }

    public void Delete(string name) => File.Delete(Path.Combine(FullPath, name));

    public void Dispose() => Directory.Delete(FullPath, recursive: true);

    long writes;
}
