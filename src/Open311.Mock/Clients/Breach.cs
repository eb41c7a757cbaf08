namespace Open311.Mock.Clients;

/// <summary>How a call breaks a requirement.</summary>
/// <param name="Received">What was received, as a sentence.</param>
/// <param name="Expected">What was expected, as a sentence.</param>
/// <param name="Mend">Puts it right in a draft of the call; null where nothing of the call is wrong as such.</param>
internal sealed record Breach(string Received, string Expected, Action<CallDraft>? Mend = null)
{
    /// <summary>Whether the city let it pass because it is lenient.</summary>
    public bool IsPardoned { get; init; }
}
