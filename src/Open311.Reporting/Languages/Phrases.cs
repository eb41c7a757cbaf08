using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Open311.Reporting.Languages;

/// <summary>Everything a report says of its own accord, in one language. What a run or a target said is never in here.</summary>
public sealed partial class Phrases
{
    static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);
    static readonly Lazy<Phrases> english = new(() => new Phrases(Language.English));
    static readonly Lazy<Phrases> german = new(() => new Phrases(Language.German));

    readonly IReadOnlyDictionary<string, string> texts;
    readonly NumberFormatInfo numbers;
    readonly Lazy<Said> said;

    Phrases(Language language, params Assembly[] others)
    {
        Language = language;
        texts = PhraseFiles.Read(language, others);
        numbers = new NumberFormatInfo { NumberGroupSeparator = this["number.group"], NumberDecimalSeparator = this["number.decimal"] };
        said = new(() => new Said(this));
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>Its tag for <c>lang</c> attributes.</summary>
    public string Tag => Language.Tag();

    /// <summary>For texts that stay English: what the judge, the register or a target said. Null in an English page, which needs no mark.</summary>
    public string? ForeignTag => Language == Language.English ? null : Language.English.Tag();

    /// <summary>Every key, for the tests that hold languages against each other.</summary>
    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The keys that begin so.</summary>
    internal IEnumerable<string> KeysBelow(string beginning) => texts.Keys.Where(k => k.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>What the judge says, in this language.</summary>
    internal Said Said => said.Value;

    /// <summary>The text of a key, without anything put in.</summary>
    /// <exception cref="InvalidOperationException">There is none: the build is broken.</exception>
    public string this[string key] => Find(key) ?? throw new InvalidOperationException($"There is no text '{key}' in '{Language.Tag()}'.");

    /// <summary>The texts of a language.</summary>
    public static Phrases In(Language language) => language switch
    {
        Language.German => german.Value,
        _ => english.Value,
    };

    /// <summary>The texts of a language, and those that another room keeps in <c>languages</c> beside them.</summary>
    /// <param name="other">The room.</param>
    /// <param name="language">The language.</param>
    public static Phrases Including(Assembly other, Language language) => new(language, other);

    /// <summary>The text of a key, or null.</summary>
    public string? Find(string key) => texts.GetValueOrDefault(key);

    /// <summary>A text with values in place of <c>{name}</c>; numbers are written as the language writes them.</summary>
    public string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) =>
        Place().Replace(this[key], place => Shown(Value(key, place.Groups[1].Value, values)));

    /// <summary>A text that holds markup of our own; values are put in as text, unless they are markup themselves.</summary>
    public MarkupString Html(string key, params IReadOnlyList<(string Name, object? Value)> values) =>
        new(Place().Replace(this[key], place => Value(key, place.Groups[1].Value, values) is var value && value is MarkupString markup
            ? markup.Value
            : encoder.Encode(Shown(value))));

    /// <summary>A number with its noun: <c>1 exchange</c>, <c>2 exchanges</c>.</summary>
    /// <param name="noun">A key under <c>count</c> with the forms <c>one</c> and <c>other</c>.</param>
    /// <param name="count">How many.</param>
    public string Count(string noun, int count) => Say($"count.{noun}.{Form(count)}", ("n", count));

    /// <summary>As <see cref="Say"/>, by a key that has the forms <c>one</c> and <c>other</c>; <c>{n}</c> is the number.</summary>
    public string Plural(string key, int count, params IReadOnlyList<(string Name, object? Value)> values) =>
        Say($"{key}.{Form(count)}", [.. values, ("n", count)]);

    /// <summary>A whole number as the language writes it.</summary>
    public string Number(long number) => number.ToString("N0", numbers);

    /// <summary>A number with up to <paramref name="digits"/> decimals.</summary>
    public string Number(double number, int digits) => number.ToString($"#,0.{new string('#', digits)}", numbers);

    /// <summary>A number with exactly <paramref name="digits"/> decimals.</summary>
    public string Fixed(double number, int digits) => number.ToString($"F{digits}", numbers);

    static string Form(int count) => count == 1 ? "one" : "other";

    string Shown(object? value) => value switch
    {
        int number => Number(number),
        long number => Number(number),
        double number => Number(number, 1),
        _ => value?.ToString() ?? "",
    };

    static object? Value(string key, string name, IReadOnlyList<(string Name, object? Value)> values)
    {
        foreach (var (known, value) in values)
        {
            if (known == name)
                return value;
        }

        throw new InvalidOperationException($"The text '{key}' asks for '{name}', which is not given.");
    }

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Place();
}
