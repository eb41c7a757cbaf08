using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Transport;

/// <summary>A value with special characters in one place of a question.</summary>
/// <param name="Place">Where it stands, for messages.</param>
/// <param name="Holding">What is special about it, for messages.</param>
/// <param name="Value">The value, unencoded.</param>
/// <param name="Ask">The question.</param>
/// <param name="Usual">The same question with an ordinary unknown value.</param>
/// <param name="UsualRequirement">The requirement that the ordinary one be answered 404, in a path; null for values in the query.</param>
sealed record SpecialValueProbe(string Place, string Holding, string Value, Ask Ask, Ask Usual, string? UsualRequirement = null)
{
    const int LongLength = 300;

    /// <summary>Whether it stands in the path.</summary>
    public bool InPath => UsualRequirement is not null;

    /// <summary>Whether it is special by its length.</summary>
    public bool IsLong => Value.Length >= LongLength;

    /// <summary>
    /// A selection of kinds of values over places: with both formats together each kind comes up in a path and in a query, and each
    /// place with several kinds.
    /// </summary>
    public static IEnumerable<SpecialValueProbe> Of(Examination e)
    {
        var format = e.Reading;
        var xml = format == Protocol.DataFormat.Xml;
        var nonce = e.Survey.Nonce;
        var quotes = ("quotation marks", $"{nonce}'\"x");
        var markup = ("markup", $"<b>&{nonce}");
        var percent = ("percent sign and backslash", $"{nonce}%41\\n%");
        var unicode = ("non-ASCII text", $"{nonce} \u00E9\u00FC\u00DF \u6F22\u5B57 \U0001F600");
        var overlong = ("300 characters", nonce + new string('x', LongLength - nonce.Length));

        foreach (var (holding, value) in xml ? [quotes, markup] : ((string, string)[])[percent, unicode])
            yield return new("an unknown service_code in the path", holding, value, Ask.Definition(value, format).For(Purpose.Free), Ask.Definition(e.Survey.UnknownCode, format).For(Purpose.Refusal), "GR2-DEF-018");
        if (e.Survey.UnknownId is { } unknownId)
        {
            foreach (var (holding, value) in xml ? [percent, unicode, overlong] : ((string, string)[])[quotes, markup])
                yield return new("an unknown service_request_id in the path", holding, value, Ask.Request(value, format).For(Purpose.Free), Ask.Request(unknownId, format).For(Purpose.Refusal), "GR2-REQ-005");
        }

        if (e.Survey.Services.Any(s => s.Type == "batch"))
            yield return new("an unknown token in the path", markup.Item1, markup.Item2, Ask.Token(markup.Item2, format).For(Purpose.Free), Ask.Token(nonce, format).For(Purpose.Refusal), "GR2-TOK-005");

        (string Name, (string Holding, string Value) Kind)[] arguments = xml
            ? [("service_code", unicode), ("service_code", quotes), ("service_request_id", quotes), ("status", markup), ("status", quotes), ("start_date", percent)]
            : [("service_code", overlong), ("service_request_id", markup), ("status", unicode), ("start_date", quotes)];
        foreach (var (name, (holding, value)) in arguments)
            yield return new($"the argument {name}", holding, value, Ask.Requests(format, (name, value)).For(Purpose.Free), Ask.Requests(format, (name, nonce)).For(Purpose.Free));
    }
}
