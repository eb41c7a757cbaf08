using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Discovery;

sealed class DiscoveryXmlIsWellFormed : IRule
{
    const string Requirement = "SD-FMT-001";
    static readonly DefectKind[] tolerated = [DefectKind.ByteOrderMark, DefectKind.DeclarationMissing, DefectKind.DeclarationWithoutEncoding];
    static readonly DefectKind[] fatal =
    [
        DefectKind.NotUtf8, DefectKind.OtherUnicodeEncoding, DefectKind.DeclarationNamesOtherEncoding, DefectKind.TextBeforeDeclaration,
        DefectKind.EntityReference, DefectKind.NotWellFormed,
    ];

    public string Name => "discovery-xml-is-well-formed";

    public Task JudgeAsync(Examination examination)
    {
        var reply = DiscoveryDocument.Received(examination, DataFormat.Xml);
        if (reply is null || DiscoveryDocument.Obstacle(reply) is not null)
        {
            DiscoveryDocument.NotThere(examination, Requirement, reply is null ? null : DiscoveryDocument.Obstacle(reply), DataFormat.Xml);
            return Task.CompletedTask;
        }

        const string Expected = "well-formed UTF-8 XML with a declaration that names UTF-8";
        var defects = reply.Reading!.Defects;
        var worst = defects.FirstOrDefault(d => fatal.Contains(d.Kind)) ?? defects.FirstOrDefault(d => tolerated.Contains(d.Kind));
        if (worst is not null)
        {
            // That a declaration is due at all is inherited from GeoReport, so its lack is tolerated; a false one is not.
            var verdict = fatal.Contains(worst.Kind) ? Verdict.Fail : Verdict.Warn;
            examination.Record.Add(verdict, Requirement, DataFormat.Xml, $"discovery.xml, line {worst.Position.Line}: {worst.Message}", Expected, reply.Excerpt(60), reply);
        }
        else if (reply.Document is null)
        {
            examination.Record.Add(Verdict.Inconclusive, Requirement, DataFormat.Xml, $"discovery.xml was not read: {defects[0].Message}", reply: reply);
        }
        else
        {
            examination.Record.Add(Verdict.Pass, Requirement, DataFormat.Xml, "discovery.xml is well-formed UTF-8 XML and declared so.", reply: reply);
        }

        return Task.CompletedTask;
    }
}
