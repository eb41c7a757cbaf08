using Open311.WebConsole.Engine;

namespace Open311.WebConsole.Tests.Fakes;

internal sealed record FakePlan(CheckForm Form) : CheckPlan;
