using System.Text.RegularExpressions;
using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Cases;

/// <summary>Fills the variables of a case: <c>{format}</c>, <c>{id}</c>, <c>{now-120d}</c> and what givens and each bind.</summary>
static partial class Template
{
    public static string Fill(string text, Examination examination) =>
        Variable().Replace(text, match => Value(match.Groups[1].Value, examination));

    public static Ask ToAsk(SendTemplate send, Examination examination)
    {
        var path = Variable().Replace(send.Path, match => Ask.Encode(Value(match.Groups[1].Value, examination)));
        return new Ask
        {
            Resource = ResourceOf(send.Path),
            Path = path,
            Format = send.Path.EndsWith(".{format}", StringComparison.Ordinal) ? examination.Reading
                : path.EndsWith(".xml", StringComparison.Ordinal) ? DataFormat.Xml
                : path.EndsWith(".json", StringComparison.Ordinal) ? DataFormat.Json
                : null,
            Query = [.. send.Query.Select(q => KeyValuePair.Create(Fill(q.Key, examination), Fill(q.Value, examination)))],
            Purpose = send.Purpose,
            Method = send.Method,
            Headers = [.. send.Headers.Select(h => h with { Value = Fill(h.Value, examination) })],
            Occasion = send.Occasion,
            Jurisdiction = send.Jurisdiction,
            Anonymous = send.Anonymous,
            WithKey = send.WithKey,
        };
    }

    /// <summary>The names of all variables in a text.</summary>
    public static IEnumerable<string> Names(string text) => Variable().Matches(text).Select(m => m.Groups[1].Value);

    /// <summary>Whether a variable needs no given: the format, or an instant relative to the run.</summary>
    public static bool IsBuiltIn(string name) => name == "format" || Relative().IsMatch(name);

    static ResourceKind ResourceOf(string path) => path.Split('/', '.') switch
    {
        ["discovery", ..] => ResourceKind.Discovery,
        ["services", ..] when path.StartsWith("services/", StringComparison.Ordinal) => ResourceKind.Definition,
        ["services", "{format}" or "xml" or "json"] => ResourceKind.Services,
        ["requests", ..] when path.StartsWith("requests/", StringComparison.Ordinal) => ResourceKind.Request,
        ["requests", "{format}" or "xml" or "json"] => ResourceKind.Requests,
        ["tokens", ..] => ResourceKind.Token,
        _ => ResourceKind.Unknown,
    };

    static string Value(string name, Examination examination)
    {
        if (name == "format")
            return examination.Reading.Extension();
        if (Relative().Match(name) is { Success: true } relative)
        {
            var amount = int.Parse(relative.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
            var span = relative.Groups[3].Value == "d" ? TimeSpan.FromDays(amount) : TimeSpan.FromHours(amount);
            return Instants.Write(relative.Groups[1].Value == "-" ? examination.Now - span : examination.Now + span);
        }

        return examination.Variables.TryGetValue(name, out var value)
            ? value
            : throw new InvalidOperationException($"The case {examination.Case.Id} uses {{{name}}}, which nothing binds.");
    }

    [GeneratedRegex(@"\{([a-z][a-z0-9_+-]*)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^now([+-])(\d+)([dh])$")]
    private static partial Regex Relative();
}
