using System.Text.RegularExpressions;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Preflight;

/// <summary>Base paths on the same host that may have been meant.</summary>
internal static partial class Neighbours
{
    /// <summary>Base paths tried at most.</summary>
    public const int Most = 10;

    static readonly string[] UsualPaths = ["/open311/v2", "/georeport/v2", "/v2"];

    /// <summary>The neighbours of a base URL, the likeliest first, the URL itself not among them.</summary>
    public static IReadOnlyList<Uri> Of(Uri endpoint)
    {
        var origin = endpoint.GetLeftPart(UriPartial.Authority);
        var path = endpoint.OriginalString.Split('?', '#')[0][origin.Length..].TrimEnd('/');
        var given = path;
        var resource = Resource().Match(path);
        if (resource.Success)
            path = path[..resource.Index];

        List<string> paths = [path];
        if (OldVersion().IsMatch(path))
            paths.Add(OldVersion().Replace(path, "/v2"));
        paths.AddRange(UsualPaths.Reverse().Select(usual => path + usual));
        for (var parent = Parent(path); parent is not null; parent = Parent(parent))
        {
            paths.Add(parent);
            if (paths.Count < Most - UsualPaths.Length)
                paths.Add(parent + "/v2");

            // The place beside the one named, where an application answers below a path of its own.
            if (parent.Length > 0 && paths.Count < Most - UsualPaths.Length)
                paths.Add(parent + UsualPaths[0]);
        }

        // The usual places at the root are tried even from deep down.
        return
        [
            .. paths.Take(Most - UsualPaths.Length).Concat(UsualPaths).Concat(paths.Skip(Most - UsualPaths.Length))
                .Where(p => p != given)
                .Distinct(StringComparer.Ordinal)
                .Take(Most)
                .Select(p => ProbeUrl.Exact(origin + p)),
        ];
    }

    static string? Parent(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : null;

    [GeneratedRegex(@"/(?:(?:services|requests|tokens)(?:/[^/]*)?|discovery|service_list|service|request)(?:\.[A-Za-z]+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Resource();

    [GeneratedRegex("/v1(?:\\.\\d+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex OldVersion();
}
