using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Services;

sealed class ServiceListAnswers : IRule
{
    const string Requirement = "GR2-SVC-001";

    public string Name => "service-list-answers";

    public async Task JudgeAsync(Examination examination)
    {
        var ask = Ask.Services(examination.Reading);
        var reply = await examination.AskAsync(ask).ConfigureAwait(false);
        if (!examination.Answered(reply, Requirement))
            return;
        if (reply.Status is 401 or 403)
            examination.Inconclusive(Requirement, $"Could not be exercised: {ask.Path} is answered {reply.Status}.", "GR2-KEY-001", reply);
        else if (!reply.Succeeded && await Twin.CauseAsync(examination, ask).ConfigureAwait(false) is { } cause)
            examination.Inconclusive(Requirement, $"{ask.Path} is answered {reply.Status}, though the other format is served.", cause, reply);
        else if (!reply.Succeeded)
            examination.Violated(Requirement, $"{ask.Path} is answered {reply.Status}.", "200 with a list of services", $"{reply.Status} {reply.Excerpt()}", reply);
        else if (examination.Readable(reply, Requirement))
            Structure(examination, reply);
    }

    static void Structure(Examination e, Reply reply)
    {
        if (e.Shapes.Read(reply) is { Recognised: true } shaped)
            e.Pass(Requirement, $"{Where.Of(reply)} gives a list of {shaped.Items.Count} services.", reply);
        else
            e.Inconclusive(Requirement, $"{Where.Of(reply)} is no list of services.", reply.Ask.Format == DataFormat.Xml ? "GR2-XML-002" : "GR2-JSON-002", reply);
    }
}
