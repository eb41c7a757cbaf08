using System.Text;
using Open311.Protocol.Documents;

namespace Open311.Mock.Clients.Rules.Texts;

/// <summary>Everything decodes to UTF-8.</summary>
internal sealed class TextIsUtf8() : ClientRule("CLI-ENC-001", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var inTarget = call.Target.Contains('%');
        var inBody = call.Body.Bytes.Span.ContainsAnyExceptInRange((byte)0, (byte)0x7F) || call.Body.Bytes.Span.Contains((byte)'%');
        if (!inTarget && !inBody)
            return Clients.Look.Away;
        if (inTarget && !Percent.IsUtf8(call.Target))
            return Broken($"the request target {Shown(call.Target)}", draft => Mend(draft, call));
        if (call.Body.Kind == BodyKind.Form && call.Body.Defects.Any(d => d.Kind == DefectKind.NotUtf8))
            return Broken($"the argument {Shown(Culprits(call).FirstOrDefault().Name ?? "")}", draft => Mend(draft, call));
        return call.Body.Kind is BodyKind.Json && !System.Text.Unicode.Utf8.IsValid(call.Body.Bytes.Span) ? Broken("the body") : Clients.Look.Met;
    }

    static Look Broken(string where, Action<CallDraft>? mend = null) => Clients.Look.Broken(
        $"Bytes that are not UTF-8 in {where}.", "UTF-8, percent-encoded byte by byte: é is %C3%A9.", mend);

    static IEnumerable<SentArgument> Culprits(ClientCall call) => call.Sent.Where(a => !Percent.IsUtf8(a.RawName) || !Percent.IsUtf8(a.RawValue));

    static void Mend(CallDraft draft, ClientCall call)
    {
        foreach (var culprit in Culprits(call))
            draft.Set(culprit.Name, Percent.Guessed(culprit));
    }
}
