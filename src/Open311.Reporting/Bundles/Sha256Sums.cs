using System.Text;

namespace Open311.Reporting.Bundles;

/// <summary><c>checksums.sha256</c>: what the manifest cannot list, itself first, in the form that <c>sha256sum -c</c> reads.</summary>
static class Sha256Sums
{
    public static byte[] Write(IEnumerable<(string Name, byte[] Content)> members) =>
        Encoding.ASCII.GetBytes(string.Concat(members.Select(m => $"{ManifestWriter.Hash(m.Content)}  {m.Name}\n")));
}
