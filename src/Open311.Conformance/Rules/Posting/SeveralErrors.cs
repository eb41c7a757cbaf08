using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;
using Open311.Conformance.Shapes;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Notes how many errors are reported where there are two.</summary>
sealed class SeveralErrors : IRule
{
    const string Requirement = "GR2-ERR-012";

    public string Name => "several-errors";

    public async Task JudgeAsync(Examination e)
    {
        var draft = new Draft { Name = Name, Format = e.Reading, Siting = Siting.None, Without = ["service_code"], Purpose = Purpose.Refusal };
        if (await e.Posts.PostAsync(e, draft).ConfigureAwait(false) is not { } posted || !e.Answered(posted.Reply, Requirement))
            return;
        if (posted.Accepted || posted.Reply.Document is not { } document)
        {
            e.Inconclusive(Requirement, $"Could not be exercised: a report without service_code and location is answered {posted.Reply.Status} without errors that can be read.", posted.Accepted ? "GR2-POST-017" : "GR2-ERR-002", posted.Reply);
            return;
        }

        var count = ShapeReader.Read(document, e.Shapes.Errors).Items.Count;
        e.Inform(Requirement, $"A report without service_code and location is answered with {count} error{(count == 1 ? "" : "s")}.", reply: posted.Reply);
    }
}
