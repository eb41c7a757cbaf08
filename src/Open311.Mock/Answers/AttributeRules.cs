using System.Globalization;
using System.Text.RegularExpressions;
using Open311.Mock.Cities;
using Open311.Mock.Questions;
using Open311.Protocol.Dates;

namespace Open311.Mock.Answers;

/// <summary>What may be sent for an attribute: what its definition says.</summary>
internal static partial class AttributeRules
{
    const int LongestValue = 4000;

    /// <summary>The values sent, those of <c>attribute[code]</c> and <c>attribute[code][]</c>; empty ones count as not sent.</summary>
    public static IReadOnlyList<string> Given(Arguments form, string code) =>
        [.. form.Pairs.Where(p => (p.Key == $"attribute[{code}]" || p.Key == $"attribute[{code}][]") && !string.IsNullOrWhiteSpace(p.Value)).Select(p => p.Value)];

    public static IEnumerable<string> Problems(Arguments form, ServiceAttribute attribute)
    {
        // A text that is only shown cannot be answered, so that whatever is sent for it is passed over.
        if (!attribute.Variable)
            yield break;
        var values = Given(form, attribute.Code);
        if (attribute.Required && values.Count == 0)
            yield return $"The required attribute {attribute.Code} was not provided.";
        if (attribute.Datatype != "multivaluelist" && values.Distinct().Skip(1).Any())
            yield return $"The attribute {attribute.Code} takes one value and was sent with several.";
        else if (values.Any(v => v.Length > LongestValue))
            yield return $"The attribute {attribute.Code} has a value longer than {LongestValue} characters.";
        else if (values.Any(value => !Fits(attribute, value.Trim())))
            yield return $"The attribute {attribute.Code} has a value that {Expected(attribute)}.";
    }

    static bool Fits(ServiceAttribute attribute, string value) => attribute.Datatype switch
    {
        "singlevaluelist" or "multivaluelist" => attribute.Values.Any(v => v.Key == value),
        "number" => Number().IsMatch(value),
        "datetime" => IsDate(value),
        _ => true,
    };

    static string Expected(ServiceAttribute attribute) => attribute.Datatype switch
    {
        "number" => "is not a number such as -7.5",
        "datetime" => "is not a date or date and time such as 2026-01-31T12:00:00Z",
        _ => "its definition does not list",
    };

    // "Must be able to be transformed into a valid ISO 8601 date": a day alone and a missing zone are let pass.
    static bool IsDate(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (W3CDateTime.TryRead(value, out var date) && (date.Peculiarities & (DatePeculiarities.OtherForm | DatePeculiarities.OffsetOutOfRange)) == 0);

    [GeneratedRegex(@"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
