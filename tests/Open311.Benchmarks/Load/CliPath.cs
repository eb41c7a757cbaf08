namespace Open311.Benchmarks.Load;

/// <summary>Where the command line tool was built.</summary>
internal static class CliPath
{
    /// <summary>The path of the tool's assembly in the same configuration as this program.</summary>
    public static string Find()
    {
        // bin/<configuration>/<framework>/ below the project, and the tool beside it under src.
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = here.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        var path = Path.Combine(root, "src", "Open311.Cli", "bin", here.Parent.Name, here.Name, "open311.dll");
        return File.Exists(path) ? path : throw new InvalidOperationException($"The tool was not found at {path}. Build the solution in the same configuration first.");
    }
}
