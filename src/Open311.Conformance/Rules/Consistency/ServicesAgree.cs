using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Consistency;

sealed class ServicesAgree : IRule
{
    const string Requirement = "GR2-CON-001";

    public string Name => "services-agree";

    public Task JudgeAsync(Examination examination) => Sandwich.JudgeAsync(examination, Requirement, Ask.Services(DataFormat.Xml));
}
