using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>Takes freedoms in writing: <c>indent</c>, <c>cdata</c>, <c>escape_non_ascii</c>, <c>self_close_empty</c>, <c>upper_case_encoding</c>.</summary>
internal sealed class SetStyle(YamlMap map) : Alteration
{
    readonly bool indent = map.Flag("indent", false);
    readonly bool cdata = map.Flag("cdata", false);
    readonly bool escape = map.Flag("escape_non_ascii", false);
    readonly bool selfClose = map.Flag("self_close_empty", true);
    readonly bool upper = map.Flag("upper_case_encoding", false);

    public override WriteStyle Change(WriteStyle style) => style with
    {
        Indent = indent || style.Indent,
        CData = cdata || style.CData,
        EscapeNonAscii = escape || style.EscapeNonAscii,
        SelfCloseEmpty = selfClose && style.SelfCloseEmpty,
        UpperCaseEncodingName = upper || style.UpperCaseEncodingName,
    };
}
