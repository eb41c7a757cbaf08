using System.Text.RegularExpressions;
using Open311.Mock.Answers;
using Open311.Mock.Questions;
using Open311.Protocol;

namespace Open311.Mock.Alterations;

/// <summary>Which answers an alteration touches.</summary>
internal sealed class Scope
{
    int seen;

    public static Scope Everything { get; } = new();

    /// <summary>Names of resources, or <c>errors</c>; empty for all.</summary>
    public IReadOnlyList<string> On { get; init; } = [];

    public DataFormat? Format { get; init; }

    /// <summary>Statuses of the unaltered answer; empty for all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Query arguments that must be sent, as <c>name</c> or <c>name=text the value contains</c>; a leading <c>!</c> means not sent.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Methods; empty for all.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Form fields that must be sent and not be empty, written as <see cref="Arguments"/>.</summary>
    public IReadOnlyList<string> Form { get; init; } = [];

    /// <summary>A header that must be sent, as <c>name: text it contains</c>.</summary>
    public string? Header { get; init; }

    /// <summary>Resources that were asked for, whether the answer is an error or not; empty for all.</summary>
    public IReadOnlyList<string> At { get; init; } = [];

    /// <summary>Only where the code or id in the path, or a query value, matches.</summary>
    public Regex? Text { get; init; }

    /// <summary>Only where a request list is empty.</summary>
    public bool EmptyList { get; init; }

    /// <summary>Only every so many of the answers that are otherwise in scope; 1 for all.</summary>
    public int Every { get; init; } = 1;

    public bool Covers(Question question, Reply reply)
    {
        var kind = reply.IsError ? "errors" : question.Place.ToString().ToLowerInvariant();
        var covered = (On.Count == 0 || On.Contains(kind))
            && (Format is null || Format == reply.Format)
            && (Statuses.Count == 0 || Statuses.Contains($"{reply.Status}"))
            && (Methods.Count == 0 || Methods.Contains(question.Method))
            && (At.Count == 0 || At.Contains(question.Place.ToString().ToLowerInvariant()))
            && (Text is null || Text.IsMatch(question.Key) || question.Query.Pairs.Any(p => Text.IsMatch(p.Value)))
            && (!EmptyList || reply.Listed is { Count: 0 })
            && Arguments.All(argument => Sent(question, argument))
            && Form.All(field => Behaviour.EditForm.Holds(question.Form, field))
            && HeaderSent(question);
        return covered && (Every == 1 || Interlocked.Increment(ref seen) % Every == 0);
    }

    static bool Sent(Question question, string argument)
    {
        if (argument.StartsWith('!'))
            return !Sent(question, argument[1..]);
        var parts = argument.Split('=', 2);
        return question.Query.Pairs.Any(p =>
            p.Key == parts[0] && (parts.Length == 1 ? p.Value.Length > 0 : p.Value.Contains(parts[1], StringComparison.Ordinal)));
    }

    bool HeaderSent(Question question)
    {
        if (Header is null)
            return true;
        var parts = Header.Split(':', 2);
        return question.Headers.TryGetValue(parts[0].Trim().ToLowerInvariant(), out var value)
            && (parts.Length == 1 || value.Contains(parts[1].Trim(), StringComparison.OrdinalIgnoreCase));
    }
}
