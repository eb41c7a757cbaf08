using Open311.Conformance.Findings;
using Open311.Protocol.Dates;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes.Values;

sealed class DateTimeCheck : IValueCheck
{
    const string Form = "YYYY-MM-DDThh:mm:ss with Z or ±hh:mm";

    public FieldKind Kind => FieldKind.DateTime;

    public void Check(ShapeContext context, Field field, Node value)
    {
        if (!W3CDateTime.TryRead(value.Text, out var read) || value.Raw == RawKind.JsonNumber)
        {
            context.Violated(field.Value!, $"{field.Name} \"{value.Text}\" is no date-time of the W3C profile of ISO 8601.", Form, value.Text, value);
            return;
        }

        var odd = read.Peculiarities;
        if (odd.HasFlag(DatePeculiarities.OtherForm))
            context.Violated(field.Value!, $"{field.Name} \"{value.Text}\" is not written in the W3C profile of ISO 8601.", Form, value.Text, value);
        else if ((odd & (DatePeculiarities.NoSeconds | DatePeculiarities.LowerCase)) != 0)
            context.Add(Verdict.Warn, field.Value!, $"{field.Name} \"{value.Text}\" {(odd.HasFlag(DatePeculiarities.NoSeconds) ? "has no seconds, which RFC 3339 parsers reject" : "has a lower-case t or z")}.", Form, value.Text, value);
        else
            context.Passed(field.Value!, $"{field.Name} is a W3C date-time.");

        if (field.Zone is not { } zone)
            return;
        if ((odd & (DatePeculiarities.NoZone | DatePeculiarities.OtherZoneForm | DatePeculiarities.OffsetOutOfRange)) != 0)
        {
            var what = odd.HasFlag(DatePeculiarities.NoZone) ? "carries no zone" : odd.HasFlag(DatePeculiarities.OtherZoneForm) ? "writes its zone in another form" : "carries an impossible offset";
            context.Violated(zone, $"{field.Name} \"{value.Text}\" {what}; expected Z or an offset such as -05:00.", "Z or ±hh:mm", value.Text, value, odd.HasFlag(DatePeculiarities.OtherForm) ? field.Value : null);
        }
        else if (odd.HasFlag(DatePeculiarities.NegativeZeroOffset))
        {
            context.Add(Verdict.Warn, zone, $"{field.Name} \"{value.Text}\" carries the offset -00:00, which means \"zone unknown\".", "Z or ±hh:mm", value.Text, value);
        }
        else
        {
            context.Passed(zone, $"{field.Name} carries a zone.");
        }
    }
}
