using System.Security.Cryptography;
using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Replaying;

/// <summary>Tells one build of the suite, and what it judges by, from another.</summary>
public static class Fingerprint
{
    static readonly string[] folders = ["requirements", "shapes", "cases", "profiles"];

    /// <summary>SHA-256, in hexadecimal, over requirements, shapes, cases and profiles: what is judged by, as far as it is data.</summary>
    public static string OfRequirementSet()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in folders.SelectMany(f => FixtureFile.Embedded(f)).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{file.Name}\n"));
            hash.AppendData(SHA256.HashData(file.Bytes()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Names a build: SHA-256, in hexadecimal, over the version ids that the compiler gave to the judge, to what reads documents, and to more.</summary>
    /// <param name="more">Types of further assemblies that what is told depends on.</param>
    public static string OfBuild(params IReadOnlyList<Type> more) => Convert.ToHexStringLower(SHA256.HashData(
        [.. ((Type[])[typeof(Fingerprint), typeof(Protocol.DataFormat), .. more]).SelectMany(t => t.Module.ModuleVersionId.ToByteArray())]));
}
