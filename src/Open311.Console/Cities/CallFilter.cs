namespace Open311.WebConsole.Cities;

/// <summary>Which calls are shown.</summary>
/// <param name="Resource">One of <see cref="CallView.Resources"/>; empty for all.</param>
/// <param name="Finding">A requirement that was broken, <c>any</c> for any; empty for all.</param>
/// <param name="Client">Who asked; empty for all.</param>
public sealed record CallFilter(string Resource = "", string Finding = "", string Client = "")
{
    /// <summary>Whether it leaves something out.</summary>
    public bool IsOn => Resource.Length + Finding.Length + Client.Length > 0;

    /// <summary>Whether a call is shown.</summary>
    public bool Lets(CallView call) =>
        (Resource.Length == 0 || call.Resource == Resource)
        && (Finding.Length == 0 || (Finding == "any" ? call.Findings.Count > 0 : call.Findings.Any(f => f.Requirement == Finding)))
        && (Client.Length == 0 || call.Client == Client);
}
