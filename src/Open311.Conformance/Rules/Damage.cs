using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules;

/// <summary>Damage below the level of fields, after which a document is read as well as possible.</summary>
static class Damage
{
    static readonly DefectKind[] syntax =
    [
        DefectKind.NotWellFormed, DefectKind.TextBeforeDeclaration, DefectKind.EntityReference, DefectKind.DuplicateMember, DefectKind.NotUtf8,
        DefectKind.OtherUnicodeEncoding, DefectKind.DeclarationNamesOtherEncoding,
    ];

    /// <summary>The requirement charged for a reply's damage, from which differences in its content follow; null for none.</summary>
    public static string? Of(Reply reply)
    {
        var defects = reply.Reading?.Defects.Where(d => syntax.Contains(d.Kind)).ToList() ?? [];
        if (defects.Count == 0)
            return null;
        return reply.Ask.Resource != ResourceKind.Discovery && defects.All(d => d.Kind is DefectKind.NotUtf8 or DefectKind.OtherUnicodeEncoding) ? "GR2-ENC-001" : Blocker.Syntax(reply);
    }
}
