namespace Open311.Mock.Clients;

/// <summary>A token that was given out.</summary>
internal sealed class TokenRecord(ClientKey client)
{
    public ClientKey Client { get; } = client;

    public DateTimeOffset? Asked { get; set; }
}
