namespace Open311.Conformance.NUnit.Judging;

/// <summary>Files that options name: beside the test assembly, or below the working directory.</summary>
static class NamedFile
{
    /// <summary>The file; null when there is none.</summary>
    public static FileInfo? Find(string name) => Folders().Select(f => new FileInfo(Path.Combine(f, name))).FirstOrDefault(f => f.Exists);

    /// <summary>The file.</summary>
    /// <exception cref="ConformanceOptionsException">There is none.</exception>
    public static FileInfo Get(string name, string what) => Find(name)
        ?? throw new ConformanceOptionsException($"There is no {what} '{name}' in {string.Join(" or ", Folders())}; copy it to the output directory, or give its whole path.");

    static IEnumerable<string> Folders() => new[] { TestContext.CurrentContext.TestDirectory, Directory.GetCurrentDirectory() }.Distinct();
}
