using System.Text.RegularExpressions;
using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Shapes;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Consistency;

sealed partial class RefusalsAgree : IRule
{
    const string Requirement = "GR2-CON-005";

    public string Name => "refusals-agree";

    public async Task JudgeAsync(Examination examination)
    {
        var survey = examination.Survey;
        var services = Ask.Services(DataFormat.Json);
        if (await Twin.FormatCauseAsync(examination, services).ConfigureAwait(false) is { } cause)
        {
            examination.Inconclusive(Requirement, $"Could not be exercised: {services.Path} is refused as if it were unknown.", cause);
            return;
        }

        await OneAsync(examination, Ask.Definition(survey.UnknownCode, DataFormat.Xml), "GR2-DEF-018").ConfigureAwait(false);
        if (survey.UnknownId is { } id)
            await OneAsync(examination, Ask.Request(id, DataFormat.Xml), "GR2-REQ-005").ConfigureAwait(false);
    }

    static async Task OneAsync(Examination e, Ask ask, string source)
    {
        var xml = await e.AskAsync(ask.For(Purpose.Refusal)).ConfigureAwait(false);
        var json = await e.AskAsync(Twin.Of(ask).For(Purpose.Refusal)).ConfigureAwait(false);
        if (!e.Answered(xml, Requirement) || !e.Answered(json, Requirement))
            return;
        if (xml.Succeeded && json.Succeeded)
            e.Inconclusive(Requirement, $"Could not be exercised: {Where.Of(xml)} is refused in neither format.", source, json);
        else if (xml.Status != json.Status)
            e.Violated(Requirement, $"{Where.Of(xml)} is answered {xml.Status} in XML and {json.Status} in JSON.", $"{xml.Status}", $"{json.Status}", json, blockedBy: xml.Status == 404 || json.Status == 404 ? source : null);
        else
            Bodies(e, xml, json);
    }

    static void Bodies(Examination e, Reply xml, Reply json)
    {
        if (Errors(e, xml) is not { } one || Errors(e, json) is not { } other)
        {
            e.Inconclusive(Requirement, $"Could not be exercised: {Where.Of(xml)} is refused in both formats, but not with errors in both.", xml.ForeignBody is null && json.ForeignBody is null ? "GR2-ERR-002" : "GR2-ERR-007", json);
            return;
        }

        var code = Differing(one, other, "code");
        var description = Differing(one, other, "description");
        if (code is null && description is null)
        {
            e.Pass(Requirement, $"{Where.Of(xml)} is refused alike in both formats.", json);
            return;
        }

        if (code is var (inXml, inJson))
            e.Violated(Requirement, $"The code of the refusal of {Where.Of(xml)} is \"{inXml}\" in XML and \"{inJson}\" in JSON.", inXml, inJson, json, blockedBy: inXml is null || inJson is null ? "GR2-ERR-004" : null);
        if (description is var (textInXml, textInJson))
            e.Violated(Requirement, $"The description of the refusal of {Where.Of(xml)} differs: \"{textInXml}\" in XML, \"{textInJson}\" in JSON.", textInXml, textInJson, json, blockedBy: textInXml is null || textInJson is null ? "GR2-ERR-006" : null);
    }

    static IReadOnlyList<Node>? Errors(Examination e, Reply reply) =>
        reply is { ForeignBody: null, Document: { } document } && ShapeReader.Read(document, e.Shapes.Errors) is { Recognised: true, Items.Count: > 0 } shaped ? shaped.Items : null;

    static (string? Xml, string? Json)? Differing(IReadOnlyList<Node> xml, IReadOnlyList<Node> json, string field)
    {
        var (one, other) = (All(xml, field), All(json, field));
        return Bare(one) == Bare(other) ? null : (one, other);
    }

    static string? All(IReadOnlyList<Node> errors, string field)
    {
        var texts = errors.Select(e => e.Value(field)).OfType<string>().ToList();
        return texts.Count == 0 ? null : string.Join("; ", texts);
    }

    // A description may name what was asked for, the hour, or a number to quote: these differ with every call.
    static string? Bare(string? text) => text is null ? null : Passing().Replace(text, "#");

    [GeneratedRegex(@"\b(xml|json)\b|\d{4}-\d\d-\d\d\S*|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b\d{1,2}:\d\d(:\d\d)?\b|\b\d{8,}\b|\b[0-9a-f]{16,}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Passing();
}
