namespace Open311.Mock.Serving;

/// <summary>What stands before the path in a request target, and empty segments in it.</summary>
internal static class Origin
{
    public static string Removed(string target)
    {
        if (target.StartsWith('/'))
            return target;
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        var slash = scheme < 0 ? -1 : target.IndexOf('/', scheme + 3);
        return slash < 0 ? "/" : target[slash..];
    }

    public static string WithoutEmptySegments(string target)
    {
        var mark = target.IndexOf('?');
        var path = mark < 0 ? target : target[..mark];
        if (!path.Contains("//", StringComparison.Ordinal))
            return target;
        var joined = "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        return mark < 0 ? joined : joined + target[mark..];
    }
}
