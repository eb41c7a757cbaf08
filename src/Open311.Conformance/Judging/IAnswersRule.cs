using Open311.Conformance.Asking;

namespace Open311.Conformance.Judging;

/// <summary>A rule over every answer of the run, looked at once all cases are done. Asks nothing itself.</summary>
public interface IAnswersRule
{
    /// <summary>The name cases use, in kebab case.</summary>
    string Name { get; }

    /// <summary>Looks at all answers, in the order of the run.</summary>
    void Judge(Examination examination, IReadOnlyList<Reply> replies);
}
