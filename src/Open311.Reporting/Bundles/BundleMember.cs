using System.Text.RegularExpressions;

namespace Open311.Reporting.Bundles;

/// <summary>The members of a bundle, by name.</summary>
static partial class BundleMember
{
    public const string Manifest = "manifest.json";
    public const string Checksums = "checksums.sha256";
    public const string Signature = "signature.dsse.json";
    public const string Exchanges = "exchanges.har";
    public const string Findings = "findings.json";
    public const string Profile = "profile.json";

    /// <summary>Tools that pack a folder list it, too.</summary>
    public const string RawFolder = "raw/";

    /// <summary>What the manifest does not list, because it lists or signs the manifest.</summary>
    public static readonly string[] Outside = [Manifest, Checksums, Signature];

    public static string RawRequest(int number) => $"raw/{number:00000}.request";

    public static string RawAnswer(int number) => $"raw/{number:00000}.response";

    /// <summary>Whether a bundle of this version may hold it.</summary>
    public static bool IsKnown(string name) => Known().IsMatch(name);

    /// <summary>Whether a name leads out of the folder that it would be unpacked to.</summary>
    public static bool LeadsOutside(string name) =>
        name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..");

    [GeneratedRegex(@"^(?:manifest\.json|checksums\.sha256|signature\.dsse\.json|exchanges\.har|findings\.json|profile\.json|report\.(?:html|json|junit\.xml|md)|badge\.(?:svg|json)|raw/[0-9]{5,6}\.(?:request|response))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
