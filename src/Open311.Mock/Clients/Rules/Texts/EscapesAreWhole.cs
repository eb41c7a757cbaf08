using Open311.Protocol.Documents;

namespace Open311.Mock.Clients.Rules.Texts;

/// <summary>Two hexadecimal digits follow a percent sign.</summary>
internal sealed class EscapesAreWhole() : ClientRule("CLI-ENC-002", RuleScope.Target)
{
    const string Wanted = "A percent sign as %25.";

    public override Look Look(ClientCall call)
    {
        var form = call.Body.Kind == BodyKind.Form;
        if (!call.Target.Contains('%') && !(form && call.Body.Bytes.Span.Contains((byte)'%')))
            return Clients.Look.Away;
        if (Percent.Broken(call.Target) is >= 0 and var at)
            return Clients.Look.Broken($"A percent sign on its own in {Shown(call.Target[at..])}.", Wanted);
        var defect = form ? call.Body.Defects.FirstOrDefault(d => d.Kind == DefectKind.NotWellFormed) : null;
        if (defect is null)
            return Clients.Look.Met;
        var culprit = call.Body.Arguments.FirstOrDefault(a => Percent.Broken(a.RawName) >= 0 || Percent.Broken(a.RawValue) >= 0);
        return Clients.Look.Broken($"A percent sign on its own in the argument {Shown(culprit.Name ?? "")}.", Wanted);
    }
}
