using Microsoft.Net.Http.Headers;
using Open311.Protocol.Documents;
using Open311.Protocol.Forms;

namespace Open311.Mock.Questions;

/// <summary>Understands the body of a POST: a form in UTF-8 (GeoReport v2, POST Service Request, "Format sent").</summary>
internal static class FormReader
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int LargestBody = 1024 * 1024;

    static readonly FormLimits Limits = new(LargestBody);

    /// <summary>The question with its form, or with what is wrong with its body.</summary>
    /// <param name="question">The question so far.</param>
    /// <param name="contentType">The header as sent; null when there was none.</param>
    /// <param name="body">The whole body.</param>
    /// <param name="lenient">Accepts Latin-1 where it is declared, and lone percent signs.</param>
    /// <param name="reading">The body read as a form, where that was done already.</param>
    public static Question Read(Question question, string? contentType, ReadOnlySpan<byte> body, bool lenient, FormReading? reading = null)
    {
        var parsed = MediaTypeHeaderValue.TryParse(contentType ?? FormEncoding.MediaType, out var type) ? type : null;
        var mediaType = parsed?.MediaType.Value?.ToLowerInvariant() ?? contentType?.Split(';')[0].Trim().ToLowerInvariant();
        question = question with { BodyType = contentType is null ? null : mediaType };
        if (body.Length > LargestBody)
            return question.With(TooLarge);
        return mediaType == FormEncoding.MediaType
            ? ReadForm(question, Charset(parsed), body, lenient, reading)
            : question.With(new FormProblem(415, "The body must be application/x-www-form-urlencoded."));
    }

    /// <summary>The body was not even read to its end.</summary>
    public static FormProblem TooLarge { get; } = new(413, $"The body is larger than {LargestBody} bytes.");

    static string Charset(MediaTypeHeaderValue? type) => HeaderUtilities.RemoveQuotes(type?.Charset ?? default).Value?.ToLowerInvariant() ?? "utf-8";

    static Question ReadForm(Question question, string charset, ReadOnlySpan<byte> body, bool lenient, FormReading? reading)
    {
        if (lenient && charset is "iso-8859-1" or "latin1" or "windows-1252")
            return question with { Form = Latin1Form.Read(body) };
        if (charset is not ("utf-8" or "utf8" or "us-ascii"))
            return question.With(new FormProblem(415, "The charset of the body must be utf-8."));
        var form = reading ?? FormEncoding.Read(body, Limits);
        FormProblem[] problems =
        [
            .. Of(form, DefectKind.TooLarge, 413, "The body has more than 1000 arguments."),
            .. Of(form, DefectKind.NotUtf8, 400, "The body has bytes that are not UTF-8."),
            .. lenient ? [] : Of(form, DefectKind.NotWellFormed, 400, "The body has a percent sign that is not followed by two hexadecimal digits."),
        ];
        return problems.Length > 0 ? question.With(problems) : question with { Form = new Arguments(form.Fields) };
    }

    static IEnumerable<FormProblem> Of(FormReading form, DefectKind kind, int status, string description) =>
        form.Defects.Any(d => d.Kind == kind) ? [new FormProblem(status, description)] : [];
}
