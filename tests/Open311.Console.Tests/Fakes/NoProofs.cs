using Open311.Reporting.Bundles;
using Open311.Reporting.Languages;
using Open311.WebConsole.Engine;

namespace Open311.WebConsole.Tests.Fakes;

/// <summary>Opens bundles, though it judges none of them again.</summary>
internal sealed class NoProofs : IProofs
{
    public async Task<BundleVerification> VerifyAsync(FileInfo bundle, CancellationToken cancellation)
    {
        using var file = bundle.OpenRead();
        return await BundleVerification.OfAsync(BundleReader.Read(file), null);
    }

    public Task CompareAsync(IReadOnlyList<(string Name, DirectoryInfo Folder)> runs, DirectoryInfo folder, Language language, CancellationToken cancellation) =>
        throw new FormException("Nothing is compared here.");
}
