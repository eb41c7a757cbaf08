using System.Diagnostics.CodeAnalysis;
using Open311.Cli.Application;
using Open311.Cli.Consoles;

namespace Open311.Cli.Settings;

/// <summary>Reads the URLs an operator gives. A trailing slash goes; nothing else is changed, and nothing is added.</summary>
internal static class EndpointUrl
{
    static readonly string[] Resources = ["services", "requests", "discovery", "tokens"];

    /// <summary>The base URL of an endpoint.</summary>
    /// <exception cref="UsageException">It is not one.</exception>
    public static Uri Endpoint(RawValue value)
    {
        var url = Absolute(value);
        if (url.Query.Length > 0)
        {
            throw new UsageException(
                $"{value.Origin}: '{Shown(value)}' has a query; an endpoint has none. Leave '{Printable.Line(url.Query)}' out, and give arguments of every request by --extra-query.");
        }

        var last = url.AbsolutePath.Split('/')[^1];
        var dot = last.LastIndexOf('.');
        if (dot > 0 && last[(dot + 1)..] is "xml" or "json" && Resources.Contains(last[..dot], StringComparer.OrdinalIgnoreCase))
        {
            throw new UsageException(
                $"{value.Origin}: '{Shown(value)}' is a resource, not the endpoint it lies in. Did you mean '{Shown(value)[..^(last.Length + 1)]}'?");
        }

        return url;
    }

    /// <summary>The URL of a discovery document, or of the folder it is in.</summary>
    /// <exception cref="UsageException">It is not one.</exception>
    public static Uri Discovery(RawValue value) => Absolute(value);

    /// <summary>The URL of a service to wait for; it may have a query.</summary>
    /// <exception cref="UsageException">It is not one.</exception>
    public static Uri Service(RawValue value) => Absolute(value, keepsSlash: true);

    static Uri Absolute(RawValue value, bool keepsSlash = false)
    {
        var text = value.Text.Trim();
        if (!IsWeb(text, out var url))
            throw new UsageException($"{value.Origin}: '{Shown(value)}' is not an absolute http:// or https:// URL.{Meant(text)}");
        if (url.UserInfo.Length > 0)
        {
            throw new UsageException(
                $"{value.Origin}: The URL for {Printable.Line(url.Host)} holds a user name or password, which would end up in every report; give an Authorization header by --extra-header instead.");
        }

        if (url.Fragment.Length > 0)
        {
            throw new UsageException(
                $"{value.Origin}: '{Shown(value)}' has a fragment, which no server sees; leave '{Printable.Line(url.Fragment)}' out.");
        }

        // The text is kept: what is sent is what was written, escaped as it was written.
        return url.Query.Length > 0 || keepsSlash ? url : new Uri(text.TrimEnd('/'));
    }

    static bool IsWeb(string text, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.Host.Length > 0
        && text.StartsWith(url.Scheme + "://", StringComparison.OrdinalIgnoreCase)
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\\' or '<' or '>' or '"');

    static string Meant(string text)
    {
        var rest = text.Contains("://", StringComparison.Ordinal) ? text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..]
            : text.TrimStart('/', ':');
        foreach (var slip in new[] { "https:", "http:" }.Where(s => rest.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
            rest = rest[slip.Length..].TrimStart('/');
        var looksLikeHost = rest.Split('/')[0] is var host && (host.Contains('.') || host.Contains(':') || host == "localhost");
        if (!looksLikeHost || !IsWeb("http://" + rest, out var url))
            return " Write it as in 'https://example.org/open311/v2'.";
        return $" Did you mean '{(url.IsLoopback || !url.IsDefaultPort ? "http" : "https")}://{Printable.Line(rest)}'?";
    }

    static string Shown(RawValue value) => Printable.Line(value.Text.Trim());
}
