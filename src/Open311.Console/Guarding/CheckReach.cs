using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Open311.Conformance.Exchanges;

namespace Open311.WebConsole.Guarding;

/// <summary>
/// Where checks may go: to public addresses, to the mock cities of this console and, where the operator said so at start, to all others. A form
/// that anybody in a browser can fill in must not become a way into the network of the machine.
/// </summary>
/// <param name="everywhere">Whether loopback, private and link-local addresses may be asked, too.</param>
public sealed class CheckReach(bool everywhere) : IAddressRule
{
    static readonly IPNetwork[] kept =
    [
        // RFC 6890 and the IANA registries of special-purpose addresses: nothing of these is on the internet.
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/3"),
    ];

    // Of IPv6 only 2000::/3 is handed out at all; in it these are not, or stand for an address of IPv4 that is looked at instead.
    static readonly IPNetwork global = IPNetwork.Parse("2000::/3");
    static readonly IPNetwork[] keptOfGlobal = [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    readonly ConcurrentDictionary<int, bool> cities = new();

    /// <summary>Whether the operator opened all addresses.</summary>
    public bool IsEverywhere => everywhere;

    /// <summary>A mock city of this console listens on this port of loopback.</summary>
    public void Open(int port) => cities[port] = true;

    /// <summary>It does no longer.</summary>
    public void Close(int port) => cities.TryRemove(port, out _);

    /// <summary>Whether a mock city of this console listens there.</summary>
    public bool IsOwn(Uri url) => url.IsLoopback && cities.ContainsKey(url.Port);

    /// <inheritdoc/>
    public string? Refusal(IPAddress address, int port)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (everywhere || IsPublic(address) || (address.Equals(IPAddress.Loopback) && cities.ContainsKey(port)))
            return null;
        return $"{address} is not a public address, and this console asks no others, so that nobody can use it to look into the network it runs in; whoever starts it can allow them by --allow-private.";
    }

    /// <summary>Whether an address is one of the internet.</summary>
    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !kept.Any(n => n.Contains(address)),
        AddressFamily.InterNetworkV6 => global.Contains(address) && !keptOfGlobal.Any(n => n.Contains(address)),
        _ => false,
    };
}
