using System.Text;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Scrubbing.Bodies;
using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing;

/// <summary>The texts of one call.</summary>
sealed class TakeParts
{
    readonly Take _take;
    readonly Part _url;
    readonly IReadOnlyList<Part> _requestHeaders;
    readonly IReadOnlyList<Part> _responseHeaders;
    readonly BodyPlan _question;
    readonly BodyPlan _answer;
    readonly Part? _questionPart;
    readonly Part? _answerPart;

    public TakeParts(Take take, BodyPlanner planner, FieldKeeper keeper)
    {
        _take = take;
        _url = new Part(take.Number, "url", take.Url, [.. UrlFields.Of(take.Url, 0, take.Url.Length, keeper)]);
        _requestHeaders = Headers(take.RequestHeaders, "question headers", keeper);
        _responseHeaders = Headers(take.ResponseHeaders, "answer headers", keeper);
        _question = planner.Plan(take.RequestBody, take.RequestHeaders, "");
        _answer = planner.Plan(take.ResponseBody, take.ResponseHeaders, take.Url);
        _questionPart = Body(_question, "question");
        _answerPart = Body(_answer, "answer");
    }

    public IEnumerable<ScrubRefusal> Refusals =>
    [
        .. _question.Problem is { } question ? (ScrubRefusal[])[new ScrubRefusal(_take.Number, "question", $"The body of the question of take {_take.Number} ({_take.Method} {_take.Url.Split('?')[0]}) cannot be cleaned. {question}")] : [],
        .. _answer.Problem is { } answer ? (ScrubRefusal[])[new ScrubRefusal(_take.Number, "answer", $"The body of the answer of take {_take.Number} ({_take.Method} {_take.Url.Split('?')[0]}) cannot be cleaned. {answer}")] : [],
    ];

    public IEnumerable<Part> Parts => [_url, .. _requestHeaders, .. _questionPart is { } q ? (Part[])[q] : [], .. _responseHeaders, .. _answerPart is { } a ? (Part[])[a] : []];

    /// <summary>The call scrubbed; null when the bytes on the wire cannot be.</summary>
    public Take? Scrubbed(PartScrubber scrubber, ScrubTally tally, KnownValues known)
    {
        var question = Bytes(_question, _questionPart, _take.RequestBody, "question", scrubber, tally);
        var answer = Bytes(_answer, _answerPart, _take.ResponseBody, "answer", scrubber, tally);
        var lines = Headers(_take.ResponseHeaders, _responseHeaders, _take.ResponseBody, answer, scrubber);
        if (Wire(lines, answer, scrubber) is not { } wire)
            return null;
        return _take with
        {
            Url = scrubber.Scrub(Url(known)),
            RequestHeaders = Headers(_take.RequestHeaders, _requestHeaders, _take.RequestBody, question, scrubber),
            RequestBody = question,
            Reason = Words(_take.Reason, "answer", scrubber),
            ResponseHeaders = lines,
            ResponseBody = answer,
            Wire = wire,
            Problem = _take.Problem is { } problem ? Words(problem, "problem", scrubber) : null,
            TlsProblem = _take.TlsProblem is { } tls ? Words(tls, "problem", scrubber) : null,
        };
    }

    ReadOnlyMemory<byte>? Wire(IReadOnlyList<HeaderLine> lines, ReadOnlyMemory<byte> answer, PartScrubber scrubber)
    {
        if (_take.Wire.IsEmpty)
            return _take.Wire;
        if (new WireText(_take.Wire).With(_take.ResponseHeaders, lines, _take.ResponseBody.Span, answer.Span) is not var (head, body, rest))
            return null;
        // Lines that no header was made of, and what follows the body, are text.
        var clean = Words(head, "wire", scrubber) + body + scrubber.Scrub(new Part(_take.Number, "wire", rest, [new Field("text", ValueKind.FreeText, [(0, rest.Length)], () => "")]));
        return Encoding.Latin1.GetBytes(clean);
    }

    string Words(string text, string label, PartScrubber scrubber) =>
        text.Length == 0 ? text : scrubber.Scrub(new Part(_take.Number, label, text, [new Field("text", ValueKind.Path, [(0, text.Length)], () => "")]));

    // A picture that was asked for is found again where the media_url now points.
    Part Url(KnownValues known)
    {
        var url = Texts.Unescaped.Of(_take.Url).Text;
        if (known.IsMedia(url))
            return _url with { Fields = [new Field("url", ValueKind.MediaUrl, [(0, _take.Url.Length)], () => "url")] };
        var slash = _take.Url.IndexOf('/', _take.Url.IndexOf("://", StringComparison.Ordinal) + 3);
        return slash > 0 && known.IsMedia(Texts.Unescaped.Of(_take.Url[slash..]).Text)
            ? _url with { Fields = [new Field("url", ValueKind.MediaUrl, [(slash, _take.Url.Length)], () => "url")] }
            : _url;
    }

    ReadOnlyMemory<byte> Bytes(BodyPlan plan, Part? part, ReadOnlyMemory<byte> original, string label, PartScrubber scrubber, ScrubTally tally)
    {
        if (plan.Note is { } note)
            tally.Note($"Take {_take.Number}, {label}: {note}");
        if (plan.Instead is { } instead)
            return instead;
        if (part is null || plan.Encode is not { } encode)
            return original;
        var text = scrubber.Scrub(part);
        return ReferenceEquals(text, part.Text) ? original : encode(text);
    }

    static HeaderLine[] Headers(IReadOnlyList<HeaderLine> lines, IReadOnlyList<Part> parts, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after, PartScrubber scrubber)
    {
        var scrubbed = lines.Select((line, i) => line with { Value = scrubber.Scrub(parts[i]) });
        return before.Equals(after) ? [.. scrubbed] : [.. BodyHeaders.For(scrubbed, before.Length, after)];
    }

    Part[] Headers(IReadOnlyList<HeaderLine> lines, string label, FieldKeeper keeper) =>
        [.. lines.Select(line => new Part(_take.Number, label, line.Value, [.. HeaderFields.Of(line, keeper)]))];

    Part? Body(BodyPlan plan, string label) => plan.Text is { } text ? new Part(_take.Number, label, text, plan.Fields) : null;
}
