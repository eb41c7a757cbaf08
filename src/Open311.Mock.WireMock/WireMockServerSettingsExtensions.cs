using Microsoft.AspNetCore.Builder;
using Open311.Mock.WireMock.Passing;
using WireMock.Settings;

namespace Open311.Mock.WireMock;

/// <summary>Prepares a server of WireMock.Net for a city.</summary>
public static class WireMockServerSettingsExtensions
{
    /// <summary>
    /// Lets calls that no stub can concern, by their path, go to the city at once; without it WireMock.Net tries every mapping on every call.
    /// Stubs, scenarios and the log are as without it. To be called before the server starts; a city is still to be mapped.
    /// </summary>
    /// <example>
    /// <code>
    /// using var server = WireMockServer.Start(settings => settings.PrepareOpen311City());
    /// await using var city = server.MapOpen311City();
    /// </code>
    /// </example>
    /// <param name="settings">The settings of the server. What they hold already stays.</param>
    /// <returns>The same settings.</returns>
    public static WireMockServerSettings PrepareOpen311City(this WireMockServerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var passage = new CityPassage();
        // What the user puts before WireMock.Net stays before the city, too.
        settings.PreWireMockMiddlewareInit += pipeline => passage.Open((IApplicationBuilder)pipeline);
        return settings;
    }
}
