using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Open311.Mock.Answers;
using Open311.Mock.Questions;
using Open311.Mock.Running;
using Open311.Protocol;

namespace Open311.Mock.Serving;

/// <summary>Turns an HTTP call into a question and the city's reply into an answer on the wire.</summary>
internal sealed class CityHandler(RunningCity city, QuestionReader reader, AnswerWriter writer, TimeProvider time)
{
    const int LargestForm = 1024 * 1024;

    static readonly Arguments TooLarge = new([]);

    public async Task HandleAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = reader.Read(context.Request.Method, target) with
        {
            Headers = context.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()),
        };
        if (question.IsPost)
            question = await WithFormAsync(question, context.Request);
        question = city.Altered.Change(question);
        var reply = question.Form == TooLarge
            ? Reply.Error(question.Format ?? DataFormat.Xml, 413, "The body is larger than 1 MiB.")
            : await city.AnswerAsync(question);
        await WireSender.SendAsync(context, writer.Write(question, reply), time);
    }

    static async Task<Question> WithFormAsync(Question question, HttpRequest request)
    {
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > LargestForm)
                return question with { Form = TooLarge };
        }

        var form = type is null or "application/x-www-form-urlencoded"
            ? Arguments.Read(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length))
            : Arguments.None;
        return question with { Form = form, BodyType = type };
    }
}
