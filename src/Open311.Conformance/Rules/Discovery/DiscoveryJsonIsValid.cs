using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Discovery;

/// <summary>discovery.json, read strictly: what a lenient reader mends is told, even where the document can be used.</summary>
sealed class DiscoveryJsonIsValid : IRule
{
    const string Requirement = "SD-FMT-004";
    const string Expected = "valid JSON in UTF-8";
    static readonly DefectKind[] fatal = [DefectKind.NotWellFormed, DefectKind.NotUtf8, DefectKind.OtherUnicodeEncoding, DefectKind.DuplicateMember];

    public string Name => "discovery-json-is-valid";

    public Task JudgeAsync(Examination examination)
    {
        var reply = DiscoveryDocument.Received(examination, DataFormat.Json);
        if (reply is null || DiscoveryDocument.Obstacle(reply) is not null)
        {
            DiscoveryDocument.NotThere(examination, Requirement, reply is null ? null : DiscoveryDocument.Obstacle(reply), DataFormat.Json);
            return Task.CompletedTask;
        }

        var defects = reply.Reading!.Defects;
        if (defects.FirstOrDefault(d => fatal.Contains(d.Kind)) is { } defect)
            Tell(Verdict.Fail, defect);
        else if (defects.FirstOrDefault(d => d.Kind is DefectKind.ByteOrderMark or DefectKind.LoneSurrogate) is { } mark)
            Tell(Verdict.Warn, mark);
        else if (reply.Document is null)
            examination.Record.Add(Verdict.Inconclusive, Requirement, DataFormat.Json, $"discovery.json was not read: {defects[0].Message}", reply: reply);
        else
            examination.Record.Add(Verdict.Pass, Requirement, DataFormat.Json, "discovery.json is valid JSON.", reply: reply);
        return Task.CompletedTask;

        void Tell(Verdict verdict, Defect found) =>
            examination.Record.Add(verdict, Requirement, DataFormat.Json, $"discovery.json, line {found.Position.Line}: {found.Message}", Expected, reply.Excerpt(60), reply);
    }
}
