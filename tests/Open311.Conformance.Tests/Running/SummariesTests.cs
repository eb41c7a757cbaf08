using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Tests.Support;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Running;

public sealed class SummariesTests
{
    [Test]
    public void Counts_findings_by_verdict_and_must_requirements_by_what_came_of_them()
    {
        var summary = Summaries.Of(
            [
                Finding("GR2-REQS-001", Verdict.Pass, DataFormat.Xml),
                Finding("GR2-REQS-001", Verdict.Fail, DataFormat.Json),
                Finding("GR2-REQS-002", Verdict.Pass),
                Finding("GR2-REQS-002", Verdict.Inconclusive),
                Finding("GR2-REQS-003", Verdict.Inconclusive),
                Finding("GR2-REQS-009", Verdict.Skipped),
                Finding("GR2-DEF-001", Verdict.NotApplicable),
                Finding("GR2-POST-001", Verdict.Skipped),
                Finding("GR2-BULK-001", Verdict.Warn),
                Finding("GR2-ADV-001", Verdict.Warn),
                Finding("GR2-ADV-002", Verdict.Pass),
                Finding("GR2-ADV-003", Verdict.Info),
            ],
            17);

        summary.Should().Be(new Summary(Pass: 3, Fail: 1, Warn: 2, Info: 1, Inconclusive: 2, NotApplicable: 1, Skipped: 2, Musts: 4, MustsExercised: 3, MustsConform: 2, Exchanges: 17));
    }

    static Finding Finding(string id, Verdict verdict, DataFormat? format = null) => SmallRegister.Finding(id, verdict, format);
}
