namespace Open311.Conformance.Asking;

/// <summary>Tells the headers and arguments that say who asks from those that say what is asked.</summary>
static class Credentials
{
    static readonly string[] names = ["authorization", "cookie", "apikey", "xapikey", "key", "token", "accesstoken", "xauthtoken"];

    /// <summary>Whether a header or argument of that name carries a credential.</summary>
    public static bool Are(string name) => names.Contains(name.Replace("-", "").Replace("_", "").ToLowerInvariant());
}
