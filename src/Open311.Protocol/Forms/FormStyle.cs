namespace Open311.Protocol.Forms;

/// <summary>Freedoms in writing a form; every one must be understood alike.</summary>
/// <param name="BareBrackets">Write <c>attribute[X]</c> rather than <c>attribute%5BX%5D</c>.</param>
/// <param name="BlankAsPercent20">Write a blank as <c>%20</c> rather than <c>+</c>.</param>
public sealed record FormStyle(bool BareBrackets = false, bool BlankAsPercent20 = false);
