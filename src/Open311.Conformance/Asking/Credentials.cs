using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Asking;

/// <summary>Tells the headers and arguments that say who asks from those that say what is asked.</summary>
static class Credentials
{
    static readonly string[] names = ["authorization", "cookie", "apikey", "xapikey", "key", "token", "accesstoken", "xauthtoken"];

    /// <summary>Whether a header or argument of that name carries a credential.</summary>
    public static bool Are(string name) => names.Contains(name.Replace("-", "").Replace("_", "").ToLowerInvariant());

    /// <summary>Whether the operator says that the key travels in a header.</summary>
    public static bool InHeader(Target target) => target.Writes.KeyPlace is KeyPlace.Header or KeyPlace.Bearer;

    /// <summary>The header that carries a key, for the places that are headers.</summary>
    public static HeaderField Header(Target target, string key) =>
        target.Writes.KeyPlace == KeyPlace.Bearer ? new("Authorization", $"Bearer {key}") : new(target.Writes.KeyHeader, key);
}
