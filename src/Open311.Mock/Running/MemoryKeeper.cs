using Open311.Mock.Store;

namespace Open311.Mock.Running;

/// <summary>Keeps new requests in memory alone.</summary>
internal sealed class MemoryKeeper(RequestStore store) : IRequestKeeper
{
    public (ServiceRequest Request, Task Kept) Keep(Func<long, ServiceRequest> make)
    {
        var draft = store.Reserve(make);
        return (draft.Request, store.Publish(draft)
            ? Task.CompletedTask
            : Task.FromException(new CityException("The city was reset while this request was on its way. Send it again.")));
    }
}
