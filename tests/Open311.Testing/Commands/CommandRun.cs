using System.Globalization;

namespace Open311.Testing.Commands;

/// <summary>What came of one call of the command.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it printed to the error stream.</param>
/// <param name="Elapsed">From start to exit.</param>
/// <param name="PeakBytes">The most memory it held resident.</param>
/// <param name="Folder">Where it ran, and the folder <c>report</c> is expected.</param>
public sealed record CommandRun(int ExitCode, string Output, string Error, TimeSpan Elapsed, long PeakBytes, DirectoryInfo Folder)
{
    /// <summary>The files of the report, by name.</summary>
    public IReadOnlyDictionary<string, FileInfo> Files
    {
        get
        {
            var report = new DirectoryInfo(Path.Combine(Folder.FullName, "report"));
            return report.Exists ? report.GetFiles().ToDictionary(f => f.Name) : [];
        }
    }

    /// <summary>Peak memory in MiB.</summary>
    public double PeakMebibytes => PeakBytes / 1024.0 / 1024.0;

    /// <summary>Everything printed.</summary>
    public string Printed => Output + Error;

    /// <summary>The text of one file of the report.</summary>
    public string Read(string name) => File.ReadAllText(Files[name].FullName);

    /// <summary>One line with the figures.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"exit {ExitCode}, {Elapsed.TotalSeconds:0.0} s, peak {PeakMebibytes:0} MiB");
}
