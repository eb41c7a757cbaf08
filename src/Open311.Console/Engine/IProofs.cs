using Open311.Reporting.Bundles;
using Open311.Reporting.Languages;

namespace Open311.WebConsole.Engine;

/// <summary>What is made of the evidence of runs: <c>open311 verify</c> and <c>open311 compare</c>.</summary>
public interface IProofs
{
    /// <summary>Verifies a bundle.</summary>
    /// <param name="bundle">A file that a stranger may have made.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="BundleException">It is no bundle, or not one that is safe to open.</exception>
    Task<BundleVerification> VerifyAsync(FileInfo bundle, CancellationToken cancellation);

    /// <summary>Compares runs, and writes <c>comparison.html</c>, a table and JSON.</summary>
    /// <param name="runs">A name and the folder of each; at least two.</param>
    /// <param name="folder">Where the comparison goes; created when missing.</param>
    /// <param name="language">Of the page.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="FormException">They cannot be compared.</exception>
    Task CompareAsync(IReadOnlyList<(string Name, DirectoryInfo Folder)> runs, DirectoryInfo folder, Language language, CancellationToken cancellation);
}
