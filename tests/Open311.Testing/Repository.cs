namespace Open311.Testing;

/// <summary>Where the checkout and its neighbours are, seen from a running test.</summary>
public static class Repository
{
    /// <summary>The folder of <c>Open311Conformance.sln</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path below the root of the checkout.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The recorded answers of real servers beside the checkout, or null where they are absent.</summary>
    public static string? Corpus
    {
        get
        {
            var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus"));
            return Directory.Exists(folder) ? folder : null;
        }
    }

    static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Open311Conformance.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Open311Conformance.sln above {start}: run the tests from a checkout.");
    }
}
