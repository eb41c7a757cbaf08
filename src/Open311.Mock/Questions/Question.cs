using Open311.Protocol;

namespace Open311.Mock.Questions;

/// <summary>A call, understood: what is asked, of which resource, in which format.</summary>
internal sealed record Question
{
    public required string Method { get; init; }

    public required string Target { get; init; }

    public Place Place { get; init; }

    /// <summary>The code, id or token in the path; empty when the path has none in its place.</summary>
    public string Key { get; init; } = "";

    /// <summary>The extension as written; empty when there is none.</summary>
    public string Extension { get; init; } = "";

    public Arguments Query { get; init; } = Arguments.None;

    public Arguments Form { get; init; } = Arguments.None;

    /// <summary>The media type of the body sent, without parameters; null when there is none.</summary>
    public string? BodyType { get; init; }

    /// <summary>Why the body sent cannot be understood; empty when it can.</summary>
    public IReadOnlyList<FormProblem> FormProblems { get; init; } = [];

    /// <summary>The headers that change an answer, by lower-case name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public Question With(params IReadOnlyList<FormProblem> problems) => this with { FormProblems = problems };

    public bool IsPost => Method == "POST";

    public bool IsRead => Method is "GET" or "HEAD";

    /// <summary>The format that the extension names; null for any other extension.</summary>
    public DataFormat? Format => Extension switch
    {
        "xml" => DataFormat.Xml,
        "json" => DataFormat.Json,
        _ => null,
    };
}
