namespace Open311.Protocol.Writing;

/// <summary>Freedoms a conforming writer has.</summary>
/// <param name="Indent">Pretty-print with line ends and blanks between elements.</param>
/// <param name="CData">Wrap XML text that needs escaping in CDATA sections.</param>
/// <param name="EscapeNonAscii">Write non-ASCII characters as references or <c>\u</c> escapes.</param>
/// <param name="SelfCloseEmpty">Write an empty element as <c>&lt;a/&gt;</c> rather than <c>&lt;a&gt;&lt;/a&gt;</c>.</param>
/// <param name="UpperCaseEncodingName">Name the encoding <c>UTF-8</c> rather than <c>utf-8</c> in the declaration.</param>
public sealed record WriteStyle(
    bool Indent = false,
    bool CData = false,
    bool EscapeNonAscii = false,
    bool SelfCloseEmpty = true,
    bool UpperCaseEncodingName = false);
