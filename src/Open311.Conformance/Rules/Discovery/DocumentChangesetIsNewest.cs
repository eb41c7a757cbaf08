using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Discovery;

sealed class DocumentChangesetIsNewest : IRule
{
    const string Requirement = "SD-DOC-006";

    public string Name => "document-changeset-is-newest";

    public Task JudgeAsync(Examination examination)
    {
        if (DiscoveryDocument.Any(examination, Requirement) is not { } document)
            return Task.CompletedTask;
        if (ChangesetStamp.Read(document.Changeset) is not { } stamp)
        {
            examination.NotApplicable(Requirement, $"The changeset of the document, \"{document.Changeset}\", is no date.");
            return Task.CompletedTask;
        }

        if (stamp.IsClearlyAfter(examination.Now))
            examination.Violated(Requirement, $"The changeset of the document, {document.Changeset}, lies in the future.", $"at most {Instants.Write(examination.Now)}", document.Changeset, document.Reply, document.Root.Child("changeset"));
        foreach (var entry in examination.Survey.Discovery.Endpoints)
        {
            var text = entry.Node.Value("changeset");
            if (ChangesetStamp.Read(text) is { } own && own.IsClearlyAfter(stamp.Instant, stamp.Zoned))
                examination.Violated(Requirement, $"The endpoint {entry.Url} has changeset {text}, later than the document's {document.Changeset}.", $"at most {document.Changeset}", text, document.Reply, entry.Node);
        }

        if (!examination.Record.HasViolation(Requirement, null))
            examination.Pass(Requirement, "The changeset of the document is not older than any endpoint's and not in the future.", document.Reply);
        return Task.CompletedTask;
    }
}
