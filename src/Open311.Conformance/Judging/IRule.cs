namespace Open311.Conformance.Judging;

/// <summary>Logic that the vocabulary of cases cannot say: one assertion idea. A case names it by <c>rule:</c>.</summary>
public interface IRule
{
    /// <summary>The name cases use, in kebab case.</summary>
    string Name { get; }

    /// <summary>Asks what it needs and takes down what it observes.</summary>
    Task JudgeAsync(Examination examination);
}
