using Open311.Conformance.Asking;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Posting;

/// <summary>A report that was posted, and what came of it.</summary>
/// <param name="Draft">What was tried.</param>
/// <param name="Number">Its place in the run, from 1.</param>
/// <param name="Nonce">What marks its description.</param>
/// <param name="ServiceCode">The service it is for; null where none was named.</param>
/// <param name="Fields">The fields sent, the key left out.</param>
/// <param name="Reply">The answer.</param>
/// <param name="Item">The request in the answer; null when there is none to be read.</param>
public sealed record Posted(
    Draft Draft,
    int Number,
    string Nonce,
    string? ServiceCode,
    IReadOnlyList<KeyValuePair<string, string>> Fields,
    Reply Reply,
    Node? Item)
{
    /// <summary>Whether the server says that it took the report.</summary>
    public bool Accepted => Reply.Succeeded;

    /// <summary>Whether the answer holds several requests, as one that took the POST for a GET does.</summary>
    public bool IsList { get; init; }

    /// <summary>
    /// Whether it is a report that was meant to be taken, and was: what becomes of wrong ones that were is told elsewhere. What may be refused
    /// and is answered with a list of requests was not taken for a report at all.
    /// </summary>
    public bool Counts => Accepted && Draft.Purpose != Purpose.Refusal && !(Draft.Purpose == Purpose.Open && IsList);

    /// <summary>Whether the server says that it did not.</summary>
    public bool Refused => Reply is { Arrived: true, Status: >= 400 and < 500 };

    /// <summary>The service_request_id in the answer.</summary>
    public string? Id => Item?.Value("service_request_id");

    /// <summary>The token in the answer.</summary>
    public string? Token => Item?.Value("token");

    /// <summary>When it was sent, by our clock.</summary>
    public DateTimeOffset Sent => Reply.Exchange.Started;

    /// <summary>The value of a field that was sent; null when it was not, or empty.</summary>
    public string? Field(string name) => Fields.LastOrDefault(f => f.Key == name).Value is { Length: > 0 } value ? value : null;
}
