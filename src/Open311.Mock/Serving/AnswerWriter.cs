using Open311.Mock.Alterations;
using Open311.Mock.Answers;
using Open311.Mock.Questions;
using Open311.Protocol;
using Open311.Protocol.Writing;

namespace Open311.Mock.Serving;

/// <summary>Writes replies as answers and, in an unaltered city, keeps the bytes of those asked for again.</summary>
internal sealed class AnswerWriter(AlteredCity altered)
{
    readonly ByteCache cache = new();

    public WireAnswer Write(Question question, Reply reply)
    {
        if (altered.IsUnaltered)
            return Answer(reply, Bytes(question, reply));
        var chosen = altered.For(question, reply);
        var changed = AlteredCity.Change(chosen, reply, question);
        var body = ResourceWriter.Write(changed.Resource, changed.Format, AlteredCity.Style(chosen));
        return AlteredCity.Change(chosen, Answer(changed, new Written(body, default)), question);
    }

    static WireAnswer Answer(Reply reply, Written written)
    {
        List<KeyValuePair<string, string>> headers = [new("Content-Type", $"{reply.Format.MediaType()}; charset=utf-8")];
        if (reply.Allow is { } allow)
            headers.Add(new("Allow", allow));
        return new WireAnswer { Status = reply.Status, Headers = headers, Body = written.Bytes, Head = written.Head };
    }

    Written Bytes(Question question, Reply reply) => reply.IsError || question.IsPost || question.Place == Place.Token
        ? new Written(ResourceWriter.Write(reply.Resource, reply.Format), default)
        : cache.Get(question.Target, reply.By, reply.Listed, () => ResourceWriter.Write(reply.Resource, reply.Format));
}
