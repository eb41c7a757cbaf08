using System.Reflection;
using Open311.Cli.Application;
using Open311.Cli.Consoles;

namespace Open311.Cli.Settings;

/// <summary>Settings that known kinds of servers need, from <c>fixtures/presets</c>.</summary>
internal static class Presets
{
    const string Prefix = "presets/";
    const string Suffix = ".yaml";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names =>
    [
        .. Own.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    static Assembly Own => typeof(Presets).Assembly;

    /// <summary>The settings of one.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public static RawSettings Find(RawValue named)
    {
        var name = named.Text.Trim().ToLowerInvariant();
        using var stream = Names.Contains(name) ? Own.GetManifestResourceStream($"{Prefix}{name}{Suffix}") : null;
        if (stream is null)
            throw new UsageException($"{named.Origin}: There is no preset '{Printable.Line(named.Text)}'.{Suggestion.For(named.Text, Names)} There are: {string.Join(", ", Names)}.");
        using var text = new StreamReader(stream);
        return new ConfigurationReader($"preset {name}").Read(text.ReadToEnd());
    }
}
