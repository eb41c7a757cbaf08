using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Open311.Mock.Questions;
using Open311.Mock.Running;

namespace Open311.Mock.Serving;

/// <summary>Turns an HTTP call into a question and the city's reply into an answer on the wire.</summary>
internal sealed class CityHandler(RunningCity city, QuestionReader reader, AnswerWriter writer, TimeProvider time)
{
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
        var reply = await city.AnswerAsync(question);
        await WireSender.SendAsync(context, writer.Write(question, reply), time);
    }

    async Task<Question> WithFormAsync(Question question, HttpRequest request)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > FormReader.LargestBody)
                return question.With(FormReader.TooLarge);
        }

        return FormReader.Read(question, request.ContentType, buffer.GetBuffer().AsSpan(0, (int)buffer.Length), city.Rules.Lenient);
    }
}
