using System.Text.RegularExpressions;
using Open311.Mock.Fixtures;

namespace Open311.Mock.Alterations;

/// <summary>Regular expressions out of fixtures: bounded in time, refused with file and line.</summary>
internal static class Patterns
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static Regex Read(YamlMap map, string name, string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Longest);
        }
        catch (ArgumentException e)
        {
            throw map.Problem(name, $"'{name}' is not a regular expression: {e.Message.TrimEnd('.')}.");
        }
    }
}
