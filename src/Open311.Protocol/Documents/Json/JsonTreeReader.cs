using Open311.Protocol.Documents.Decoding;

namespace Open311.Protocol.Documents.Json;

/// <summary>
/// Reads a JSON document strictly; where its grammar is broken in a way that leaves no doubt about what is meant, tells, mends
/// and reads on, so that one defect does not hide others.
/// </summary>
/// <param name="body">The body.</param>
/// <param name="limits">Bounds.</param>
/// <param name="defects">Where defects go.</param>
sealed class JsonTreeReader(DecodedBody body, ReadLimits limits, DefectLog defects)
{
    readonly LineMap _lines = new(body.Utf8);

    /// <summary>The document; null when no complete value can be read.</summary>
    public Document? Read()
    {
        var strict = new JsonTreeBuilder(body.Utf8, _lines, limits);
        if (strict.Build() != JsonOutcome.Broken)
        {
            defects.Add(strict.Defects);
            return Document(strict);
        }

        if (strict.Root is null && ReadMended() is { } mended)
            return mended;

        if (JsonComplaint.OfPlainText(body.Utf8.Span) is { } complaint)
        {
            defects.Add(DefectKind.NotWellFormed, complaint, new TextPosition(1, 1));
            return null;
        }

        var (place, sentence) = JsonComplaint.Explain(body.Utf8.Span, strict.SoundUntil, strict.StoppedAt, strict.Root is not null);
        defects.Add(strict.Defects);
        defects.Add(DefectKind.NotWellFormed, sentence, _lines.At(place));
        return Document(strict);
    }

    Document? ReadMended()
    {
        if (JsonMending.Mend(body.Utf8.Span, _lines) is not { } mending)
            return null;

        var lines = new LineMap(body.Utf8, mending.OriginalOffset);
        var lenient = new JsonTreeBuilder(mending.Utf8, lines, limits, mending.Literals);
        if (lenient.Build() == JsonOutcome.Broken && lenient.Root is null)
            return null;

        defects.Add(mending.Defects);
        defects.Add(lenient.Defects);
        return Document(lenient);
    }

    Document? Document(JsonTreeBuilder built) =>
        built.Root is null ? null : new Document { Format = DataFormat.Json, Root = built.Root, Text = body.Text, Nodes = built.Nodes };
}
