namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>Both dates of a call, where both can be read.</summary>
internal readonly record struct Window(DateTimeOffset From, DateTimeOffset To)
{
    public static Window? Of(ClientCall call)
    {
        var dates = ListCall.Dates(call).ToArray();
        return One(dates, "start_date") is { } from && One(dates, "end_date") is { } to ? new Window(from, to) : null;
    }

    static DateTimeOffset? One(SentArgument[] dates, string name)
    {
        foreach (var argument in dates)
        {
            if (argument.Name == name)
                return SentDate.Of(argument).Value?.Instant;
        }

        return null;
    }
}
