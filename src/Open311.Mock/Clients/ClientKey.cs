using System.Net;

namespace Open311.Mock.Clients;

/// <summary>Tells clients apart, as well as a server can.</summary>
/// <param name="Address">Where it calls from.</param>
/// <param name="Agent">Its User-Agent; empty when it names none.</param>
internal readonly record struct ClientKey(IPAddress? Address, string Agent);
