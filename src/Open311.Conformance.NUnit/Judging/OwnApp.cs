namespace Open311.Conformance.NUnit.Judging;

/// <summary>What holds for an app that was started for the tests and ends with them.</summary>
static class OwnApp
{
    // Nobody has to clean up after it: everything there is to post is posted.
    const int Budget = 200;

    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The options, with the paths in them made URLs.</summary>
    /// <exception cref="ConformanceOptionsException">What should be a path is none.</exception>
    public static ConformanceOptions At(Uri address, ConformanceOptions options) => options with
    {
        Endpoint = Below(address, options.Endpoint, nameof(options.Endpoint)),
        Discovery = options.Discovery is { } discovery ? Below(address, discovery, nameof(options.Discovery)) : null,
        AllowWrites = options.AllowWrites ?? options.ApiKey is { Length: > 0 },
        Production = true,
        Target = target => options.Target(target with { Writes = target.Writes with { MaxPosts = Budget } }),
        Settings = settings => options.Settings(settings with { Pause = pause }),
    };

    static string Below(Uri address, string path, string name) => path.Contains("://", StringComparison.Ordinal)
        ? throw new ConformanceOptionsException($"{name} is '{path}'; for an app in the same process expected its path, such as /open311/v2.")
        : $"{address.GetLeftPart(UriPartial.Authority)}/{path.Trim().TrimStart('/')}";
}
