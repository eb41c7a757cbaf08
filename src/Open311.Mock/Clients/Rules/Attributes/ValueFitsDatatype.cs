using System.Globalization;
using Open311.Protocol.Dates;

namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>Numbers are numeric, datetimes ISO 8601, strings one line.</summary>
internal sealed class ValueFitsDatatype() : ClientRule("CLI-ATTR-007", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        var plain = call.Answers.Where(a => a.Attribute is { Datatype: "number" or "datetime" or "string" }).ToArray();
        if (plain.Length == 0)
            return Clients.Look.Away;
        foreach (var answer in plain)
        {
            foreach (var value in answer.Values.Where(v => !Fits(v, answer.Attribute!.Datatype)))
            {
                return Clients.Look.Broken(
                    $"{Shown(value)} for {answer.Code}, a {answer.Attribute!.Datatype}.",
                    answer.Attribute.Datatype switch
                    {
                        "number" => "A number.",
                        "datetime" => "A date and time of ISO 8601, such as 2026-05-20T09:30:00Z.",
                        _ => "One line of text.",
                    },
                    draft => draft.Set(answer.Sent[0].Name, answer.Attribute.Datatype == "string" ? value.ReplaceLineEndings(" ") : Sample.Of(answer.Attribute)));
            }
        }

        return Clients.Look.Met;
    }

    static bool Fits(string value, string datatype) => datatype switch
    {
        "number" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "datetime" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || (W3CDateTime.TryRead(value, out var read) && (read.Peculiarities & (DatePeculiarities.OtherForm | DatePeculiarities.OffsetOutOfRange)) == 0),
        _ => !value.AsSpan().ContainsAny('\n', '\r'),
    };
}
