using Open311.Conformance.Rules.Consistency;
using Open311.Conformance.Shapes;

namespace Open311.Conformance.Tests.Rules;

public class ValuesTests
{
    [TestCase(FieldKind.Text, "a", "a", "None")]
    [TestCase(FieldKind.Text, "a\nb", "a\r\nb", "None")]
    [TestCase(FieldKind.Text, "a\uFFFDb", "a\u0007b", "None")]
    [TestCase(FieldKind.Text, "a", "A", "Value")]
    [TestCase(FieldKind.Text, "a b", "a  b", "Value")]
    [TestCase(FieldKind.Text, "37.5", "37.50", "Value")]
    [TestCase(FieldKind.Text, null, "a", "Value")]
    [TestCase(FieldKind.Text, null, null, "None")]
    [TestCase(FieldKind.Latitude, "37.5", "37.50", "None")]
    [TestCase(FieldKind.Latitude, "37.762221815", "3.7762221815E1", "None")]
    [TestCase(FieldKind.Latitude, "37.762221815", "37.762221815000001", "None")]
    [TestCase(FieldKind.Latitude, "37.7622", "37.7623", "Value")]
    [TestCase(FieldKind.Latitude, "37.5", "NaN", "Value")]
    [TestCase(FieldKind.Boolean, "true", "True", "None")]
    [TestCase(FieldKind.Boolean, "true", "1", "None")]
    [TestCase(FieldKind.Boolean, "true", "false", "Value")]
    [TestCase(FieldKind.Keywords, "a, b", "b,a", "None")]
    [TestCase(FieldKind.Keywords, "a, b", "a", "Value")]
    [TestCase(FieldKind.Identifier, "006", "6", "Number")]
    [TestCase(FieldKind.Identifier, "000", "0", "Number")]
    [TestCase(FieldKind.Identifier, "17", "17.0", "Number")]
    [TestCase(FieldKind.Identifier, "1700", "1.7e3", "Number")]
    [TestCase(FieldKind.Identifier, "1.60", "1.6", "Number")]
    [TestCase(FieldKind.Identifier, "-6", "6", "Value")]
    [TestCase(FieldKind.Identifier, "006", "60", "Value")]
    [TestCase(FieldKind.Identifier, "A06", "A6", "Value")]
    [TestCase(FieldKind.Identifier, "9007199254740993", "9007199254740992", "Value")]
    [TestCase(FieldKind.DateTime, "2026-06-15T12:00:00Z", "2026-06-15T12:00:00+00:00", "SameInstant")]
    [TestCase(FieldKind.DateTime, "2026-06-15T12:00:00Z", "2026-06-15T14:00:00+02:00", "SameInstant")]
    [TestCase(FieldKind.DateTime, "2026-06-15T12:00:00Z", "2026-06-15T12:00:01Z", "Value")]
    [TestCase(FieldKind.DateTime, "yesterday", "Yesterday", "Value")]
    public void Compares_by_what_a_field_holds(FieldKind kind, string? xml, string? json, string expected) =>
        Values.Compare(kind, xml, json).ToString().Should().Be(expected);
}
