using System.Text.RegularExpressions;

namespace VerifyNUnit;

/// <summary>The part of Verify's settings that the tests use.</summary>
public sealed class VerifySettings
{
    readonly List<Func<string, string?>> lineScrubbers = [];

    internal string? Directory { get; private set; }

    internal string? MethodName { get; private set; }

    /// <summary>Places the approved files in <paramref name="directory"/>, relative to the test's source file.</summary>
    public void UseDirectory(string directory) => Directory = directory;

    /// <summary>Replaces the method part of the approved file's name.</summary>
    public void UseMethodName(string name) => MethodName = name;

    /// <summary>Replaces each line by what <paramref name="replace"/> returns; null drops the line.</summary>
    public void ScrubLinesWithReplace(Func<string, string?> replace) => lineScrubbers.Add(replace);

    /// <summary>Replaces every GUID in the text.</summary>
    public void ScrubInlineGuids() =>
        lineScrubbers.Add(line => Regex.Replace(line, @"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "Guid"));

    internal string Scrub(string text) =>
        string.Join('\n', lineScrubbers.Aggregate<Func<string, string?>, IEnumerable<string>>(
            text.Split('\n'),
            (lines, scrub) => lines.Select(scrub).OfType<string>()));
}
