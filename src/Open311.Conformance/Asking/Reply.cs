using System.Security.Cryptography;
using Open311.Conformance.Exchanges;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Asking;

/// <summary>What came of a question: the final exchange, everything on the way, and the document in it.</summary>
public sealed class Reply
{
    readonly ReadingShelf shelf;
    readonly Lazy<string> digest;
    ContentType? contentType;
    string? key;

    /// <summary>Takes up an inquiry's result.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="inquiry">What was exchanged.</param>
    public Reply(Ask ask, Inquiry inquiry)
        : this(ask, inquiry, new ReadingShelf())
    {
    }

    internal Reply(Ask ask, Inquiry inquiry, ReadingShelf shelf)
        : this(ask, inquiry, shelf, new(() => Convert.ToHexString(SHA256.HashData(inquiry.Final.Answer is { } answer ? answer.Body.Span : []))))
    {
    }

    Reply(Ask ask, Inquiry inquiry, ReadingShelf shelf, Lazy<string> digest)
    {
        Ask = ask;
        Inquiry = inquiry;
        this.shelf = shelf;
        this.digest = digest;
    }

    /// <summary>The question.</summary>
    public Ask Ask { get; }

    /// <summary>Every exchange made for it: attempts, redirect hops, and the final one.</summary>
    public Inquiry Inquiry { get; }

    /// <summary>The exchange that is judged.</summary>
    public Exchange Exchange => Inquiry.Final;

    /// <summary>Identifies the exchange that is judged: <see cref="ProbeRequest.Key"/>, which every observation names.</summary>
    public string Key => key ??= Exchange.Request.Key;

    /// <summary>The answer of the final exchange, or null.</summary>
    public Answer? Answer => Exchange.Answer;

    /// <summary>Status of the final answer; 0 when none came.</summary>
    public int Status => Answer?.Status ?? 0;

    /// <summary>Whether a whole answer came.</summary>
    public bool Arrived => Exchange.Outcome == ExchangeOutcome.Answered;

    /// <summary>Whether it is 2xx.</summary>
    public bool Succeeded => Arrived && Status is >= 200 and < 300;

    /// <summary>The Content-Type header taken apart.</summary>
    public ContentType ContentType => contentType ??= ContentType.Of(Answer?.Header("Content-Type"));

    /// <summary>Every Content-Type header taken apart; several leave open which of them holds.</summary>
    public IReadOnlyList<ContentType> ContentTypes =>
        [.. (Answer?.Headers ?? []).Where(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Select(h => ContentType.Of(h.Value))];

    /// <summary>SHA-256 of the body in hexadecimal: tells answers that say the same.</summary>
    internal string BodyDigest => digest.Value;

    /// <summary>The body read in the format asked for; null when no format was asked for or nothing arrived.</summary>
    public Reading? Reading =>
        Ask.Format is { } format && Arrived && Ask.Method is "GET" or "POST" ? shelf.Read(Answer!.Body, format, digest.Value) : null;

    /// <summary>The tree of the body, where one could be built.</summary>
    public Document? Document => Reading?.Document;

    /// <summary>The first part of the body as text, for messages.</summary>
    public string Excerpt(int length = 120)
    {
        if (Answer is null || Answer.Body.IsEmpty)
            return "(empty body)";
        var text = System.Text.Encoding.UTF8.GetString(Answer.Body.Span[..Math.Min(Answer.Body.Length, length * 4)]);
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > length ? text[..length] + "…" : text;
    }

    /// <summary>The body seems to be of another kind than asked: an HTML page, JSON for XML, XML for JSON, or plain text. Null when it fits or is empty.</summary>
    public string? ForeignBody
    {
        get
        {
            if (Answer is null || Ask.Format is not { } format)
                return null;
            var head = Sniff.Of(Answer.Body.Span);
            return (format, head) switch
            {
                (_, Sniffed.Empty) => null,
                (_, Sniffed.Html) => "an HTML page",
                (DataFormat.Xml, Sniffed.Json) => "JSON",
                (DataFormat.Json, Sniffed.Xml) => "XML",
                (DataFormat.Xml, Sniffed.Text) or (DataFormat.Json, Sniffed.Text) => "plain text",
                _ => null,
            };
        }
    }

    /// <summary>The same answer to another question at the same URL.</summary>
    public Reply As(Ask ask) => new(ask, Inquiry, shelf, digest);
}
