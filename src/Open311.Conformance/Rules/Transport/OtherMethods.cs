using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Transport;

/// <summary>
/// Methods other than GET are no reason for a server error: HEAD, which clients use to validate an endpoint, and one that HTTP does not
/// know. What they are answered otherwise, no requirement says.
/// </summary>
sealed class OtherMethods : IRule
{
    static readonly string[] methods = ["HEAD", "QUESTION"];

    public string Name => "other-methods";

    public async Task JudgeAsync(Examination examination)
    {
        foreach (var method in methods)
        {
            foreach (var ask in (Ask[])[Ask.Services(examination.Reading), Ask.Requests(examination.Reading)])
            {
                var reply = await examination.AskAsync(ask with { Method = method, Purpose = Purpose.Free }).ConfigureAwait(false);
                if (reply.Arrived && (reply.Status < 500 || reply.Status == 501))
                    examination.Pass(examination.Requirement, $"{method} is answered {reply.Status}.", reply);
            }
        }
    }
}
