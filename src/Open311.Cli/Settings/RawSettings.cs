namespace Open311.Cli.Settings;

/// <summary>Settings by key, as written; a key that is absent was not given.</summary>
internal sealed class RawSettings
{
    readonly Dictionary<string, IReadOnlyList<RawValue>> values = [];

    /// <summary>The values of a key, empty when not given.</summary>
    public IReadOnlyList<RawValue> this[string key]
    {
        get => values.GetValueOrDefault(key, []);
        set => values[key] = value;
    }

    /// <summary>The one value of a key, or null.</summary>
    public RawValue? One(string key) => this[key] is [.., var last] ? last : null;

    /// <summary>Whether the key was given.</summary>
    public bool Has(string key) => values.ContainsKey(key);

    /// <summary>These settings, and for keys they lack those of <paramref name="weaker"/>.</summary>
    public RawSettings Over(RawSettings weaker)
    {
        var merged = new RawSettings();
        foreach (var (key, value) in weaker.values.Concat(values))
            merged.values[key] = value;
        // Two ways to name one thing: naming either on the stronger side silences both on the weaker.
        if (Has(CheckSettings.ApiKey) || Has(CheckSettings.ApiKeyEnv))
        {
            foreach (var key in new[] { CheckSettings.ApiKey, CheckSettings.ApiKeyEnv }.Where(key => !Has(key)))
                merged.values.Remove(key);
        }

        return merged;
    }
}
