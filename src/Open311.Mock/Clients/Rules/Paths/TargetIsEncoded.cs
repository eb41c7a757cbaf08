using System.Buffers;

namespace Open311.Mock.Clients.Rules.Paths;

/// <summary>Only characters of RFC 3986 in the request target.</summary>
internal sealed class TargetIsEncoded() : ClientRule("CLI-PATH-005", RuleScope.Target)
{
    // Square brackets and bars are let pass: every browser sends them as they are.
    static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%|");

    public override Look Look(ClientCall call)
    {
        var at = call.Target.AsSpan().IndexOfAnyExcept(Allowed);
        return at < 0
            ? Clients.Look.Met
            : Clients.Look.Broken(
                $"The character U+{(int)call.Target[at]:X4} in the request target {Shown(call.Target)}.",
                "Everything but letters, digits and the marks of RFC 3986 percent-encoded as UTF-8.");
    }
}
