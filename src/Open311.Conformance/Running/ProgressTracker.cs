using Open311.Conformance.Asking;
using Open311.Conformance.Cases;
using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;

namespace Open311.Conformance.Running;

/// <summary>Tells an observer how far a run is.</summary>
sealed class ProgressTracker(IProgress<RunProgress>? progress, int total, RequirementCatalog catalog, Conversation conversation)
{
    readonly HashSet<string> failed = [];
    readonly Lock gate = new();
    int done;
    string current = "";
    string currentClass = "";

    public void Starts(Case c)
    {
        lock (gate)
        {
            current = c.Id;
            currentClass = catalog[c.Requirements[0]].Classes[0];
            Tell();
        }
    }

    public void Finished(Recorder record)
    {
        lock (gate)
        {
            done++;
            foreach (var ((requirement, _), tally) in record.Tallies)
            {
                if (tally.Count(Verdict.Fail) > 0)
                    failed.Add(requirement);
            }

            Tell();
        }
    }

    void Tell() => progress?.Report(new(done, total, currentClass, current, conversation.Exchanges, failed.Count));
}
