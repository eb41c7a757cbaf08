using Open311.Mock.Store;

namespace Open311.Mock.Life;

/// <summary>The state of a service request at an instant: a function of its course and of time alone, whichever way the clock went.</summary>
internal static class LifeState
{
    /// <summary>The request as it stands at that instant.</summary>
    public static ServiceRequest At(ServiceRequest request, DateTimeOffset now)
    {
        LifeEvent? last = null;
        foreach (var happening in request.Course)
        {
            if (happening.At > now)
                break;
            last = happening;
        }

        var (closed, notes, updated) = last is null ? (false, "", request.Requested) : (last.Closed, last.Notes, last.At);
        return request.Closed == closed && request.Updated == updated && request.StatusNotes == notes
            ? request
            : request with { Closed = closed, StatusNotes = notes, Updated = updated };
    }

    /// <summary>When something next happens to it after that instant; null when nothing does.</summary>
    public static DateTimeOffset? Next(ServiceRequest request, DateTimeOffset now)
    {
        if (request.Id.Length == 0)
            return null;
        if (request.Listed > now)
            return request.Listed;
        foreach (var happening in request.Course)
        {
            if (happening.At > now)
                return happening.At;
        }

        return null;
    }
}
