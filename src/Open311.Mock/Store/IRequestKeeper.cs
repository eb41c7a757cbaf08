namespace Open311.Mock.Store;

/// <summary>Takes in new requests and keeps them for as long as the city keeps anything.</summary>
internal interface IRequestKeeper
{
    /// <summary>Gives a request its number and keeps it.</summary>
    /// <param name="make">Builds the request from its number.</param>
    /// <returns>The request, and a task that is done when it is safe and can be read; it fails when it could not be kept.</returns>
    (ServiceRequest Request, Task Kept) Keep(Func<long, ServiceRequest> make);
}
