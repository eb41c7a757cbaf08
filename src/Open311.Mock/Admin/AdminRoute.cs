namespace Open311.Mock.Admin;

/// <summary>One thing that can be administered.</summary>
/// <param name="Method">GET, POST or DELETE.</param>
/// <param name="Path">Below the prefix; a segment <c>*</c> stands for any one.</param>
/// <param name="Answer">Does it.</param>
internal sealed record AdminRoute(string Method, string Path, Func<AdminCall, Task<AdminReply>> Answer)
{
    public AdminRoute(string method, string path, Func<AdminCall, AdminReply> answer)
        : this(method, path, call => Task.FromResult(answer(call)))
    {
    }

    public bool Matches(string path) => Path.EndsWith("/*", StringComparison.Ordinal)
        ? path.StartsWith(Path[..^1], StringComparison.Ordinal) && path.Length >= Path.Length && !path[(Path.Length - 1)..].Contains('/')
        : path == Path;
}
