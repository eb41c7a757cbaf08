using Open311.Conformance.Fixtures;
using Open311.Conformance.Requirements;
using Open311.Conformance.Targets;

namespace Open311.Conformance.NUnit.Judging;

/// <summary>Makes of options what the suite takes.</summary>
/// <param name="options">With URLs.</param>
sealed class OptionsReader(ConformanceOptions options)
{
    const double GentleRate = 4;

    /// <summary>The target.</summary>
    /// <param name="catalog">Knows the classes.</param>
    /// <exception cref="ConformanceOptionsException">An option cannot be used.</exception>
    public Target Target(RequirementCatalog catalog)
    {
        if (options.Classes.FirstOrDefault(c => catalog.FindClass(c) is null) is { } unknown)
            throw new ConformanceOptionsException($"'{unknown}' is not a conformance class{Spelling.Suggest(unknown, catalog.Classes.Select(c => c.Name))}");
        return options.Target(new Target
        {
            Endpoint = Url(options.Endpoint, nameof(options.Endpoint)),
            Discovery = options.Discovery is { } discovery ? Url(discovery, nameof(options.Discovery)) : null,
            Jurisdictions = options.Jurisdictions,
            ApiKey = options.ApiKey is { Length: > 0 } key ? key : null,
            Classes = options.Classes,
            Writes = new WriteOptions { Allowed = options.AllowWrites ?? false, Production = options.Production },
        });
    }

    /// <summary>How to run: as fast as it goes on loopback, gently elsewhere.</summary>
    /// <param name="target">The target.</param>
    public RunSettings Settings(Target target)
    {
        var isLocal = target.Endpoint.IsLoopback && target.Discovery?.IsLoopback != false;
        return options.Settings(new RunSettings
        {
            Seed = options.Seed,
            Strict = options.Strict,
            Rate = isLocal ? 0 : GentleRate,
            Concurrency = isLocal ? 4 : 2,
        });
    }

    static Uri Url(string given, string name) =>
        Uri.TryCreate(given.Trim().TrimEnd('/'), UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "", Host.Length: > 0 }
            ? url
            : throw new ConformanceOptionsException($"{name} is '{given}'; expected an http:// or https:// URL without query, fragment and password.");
}
