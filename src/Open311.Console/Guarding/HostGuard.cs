using System.Net;
using Microsoft.AspNetCore.Http;

namespace Open311.WebConsole.Guarding;

/// <summary>
/// Answers only where it is called by a name that no stranger can point here: a page of an attacker whose name resolves to this machine a moment
/// later (DNS rebinding) calls it by the attacker's name.
/// </summary>
internal static class HostGuard
{
    /// <summary>Whether the Host of a call names this machine as it was reached.</summary>
    public static bool Lets(HttpRequest request)
    {
        var host = request.Host.Host;
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var named))
            return false;
        return IPAddress.IsLoopback(named) || (request.HttpContext.Connection.LocalIpAddress is { } local && Plain(named).Equals(Plain(local)));
    }

    static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
