using System.Text.RegularExpressions;
using Open311.Testing;

namespace Open311.Mock.Tests.Faults;

/// <summary>The ids of all requirements: of the checkout's fixtures, or of the register beside it.</summary>
internal static partial class Register
{
    public static IReadOnlyCollection<string> Ids()
    {
        var fixtures = Repository.PathOf("fixtures", "requirements");
        string[] files = Directory.Exists(fixtures)
            ? Directory.GetFiles(fixtures, "*.yaml")
            : [Path.Combine(Repository.Root, "..", "shared", "spec", "requirements.yaml")];
        var ids = files.SelectMany(File.ReadLines).Select(line => IdLine().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToHashSet();
        return ids.Count > 100 ? ids : throw new InvalidOperationException($"{files[0]} does not look like the register of requirements.");
    }

    [GeneratedRegex(@"^\s*- id:\s*([A-Z0-9-]+)\s*$")]
    private static partial Regex IdLine();
}
