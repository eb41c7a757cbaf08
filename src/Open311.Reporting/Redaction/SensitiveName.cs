namespace Open311.Reporting.Redaction;

/// <summary>Header and argument names whose values are credentials.</summary>
static class SensitiveName
{
    static readonly string[] Parts = ["auth", "key", "token", "secret", "cookie", "passw", "session"];

    public static bool Is(string name) => Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
