using Open311.Mock.Questions;

namespace Open311.Mock.Disturbances;

/// <summary>A disturbance that was asked for: for which calls, and how many of them.</summary>
/// <param name="Number">From 1, to call it off by.</param>
/// <param name="Disturbance">What goes wrong.</param>
/// <param name="Method">Only calls of this method; null for all.</param>
/// <param name="Place">Only calls for this resource; null for all.</param>
internal sealed record FaultOrder(int Number, Disturbance Disturbance, string? Method, Place? Place)
{
    int left;

    /// <summary>How many calls it still concerns; null until it is called off.</summary>
    public int? Left
    {
        get => left < 0 ? null : left;
        init => left = value ?? -1;
    }

    public bool IsDone => left == 0;

    /// <summary>Whether it concerns this call, which then counts.</summary>
    public bool Takes(Question question)
    {
        if (left == 0 || (Method is not null && Method != question.Method) || (Place is not null && Place != question.Place))
            return false;
        if (left > 0)
            left--;
        return true;
    }
}
