namespace Open311.Mock.Clients;

/// <summary>What a rule saw in a call.</summary>
/// <param name="IsExercised">Whether the call had to do with the requirement at all.</param>
/// <param name="Breach">How it was broken; null when it was met.</param>
internal readonly record struct Look(bool IsExercised, Breach? Breach)
{
    public static Look Away => default;

    public static Look Met => new(true, null);

    public static Look Broken(string received, string expected, Action<CallDraft>? mend = null) => new(true, new Breach(received, expected, mend));

    public static Look When(bool met, string received, string expected, Action<CallDraft>? mend = null) =>
        met ? Met : Broken(received, expected, mend);
}
