using Open311.Conformance.NUnit;
using Open311.Mock;

namespace Open311.Target.Tests;

/// <summary>
/// Every requirement against the target in <c>OPEN311_TARGET</c>, or of a <c>.runsettings</c>; against the embedded city where there is none.
/// </summary>
public sealed class TargetTests() : ConformanceTests(TargetParameters.Options)
{
    MockCity? city;

    protected override async Task<ConformanceOptions> PrepareAsync(ConformanceOptions options)
    {
        if (options.Endpoint.Length > 0)
            return options;
        city = await MockCity.StartAsync(o => o.JournalEntries = 0);
        return options with
        {
            Endpoint = city.Endpoint.OriginalString,
            Discovery = city.Discovery.OriginalString,
            Jurisdictions = city.Jurisdictions,
            ApiKey = city.ApiKey,
            AllowWrites = true,
            Settings = settings => settings with { Pause = TimeSpan.FromMilliseconds(100) },
        };
    }

    protected override async Task StopAsync()
    {
        if (city is not null)
            await city.DisposeAsync();
    }
}
