using Open311.Cli.Settings;

namespace Open311.Cli.City;

/// <summary>The settings of <c>mock</c>, in the order of the help.</summary>
internal static class MockSettings
{
    public const string City = "city";
    public const string Port = "port";
    public const string Bind = "bind";
    public const string ApiKey = "api-key";
    public const string Single = "single";
    public const string Multi = "multi";
    public const string Type = "type";
    public const string Formats = "formats";
    public const string Data = "data";
    public const string Seed = "seed";
    public const string Clock = "clock";
    public const string Watch = "watch";
    public const string Lenient = "lenient";
    public const string Vary = "vary";
    public const string Variation = "variation";
    public const string Dialect = "dialect";
    public const string Recording = "recording";
    public const string Blend = "blend";
    public const string ShiftDates = "shift-dates";
    public const string Exact = "exact";
    public const string Fault = "fault";
    public const string Latency = "latency";
    public const string ExpectClean = "expect-clean";
    public const string Out = "out";
    public const string Journal = "journal";
    public const string AdminToken = "admin-token";
    public const string Stubs = "stubs";

    public static readonly IReadOnlyList<OptionSpec> Options =
    [
        new(City, OptionKind.Text, "NAME|FILE", "An embedded city (port-linden, two-rivers) or a city file. [default: port-linden; with --multi two-rivers]"),
        new(Port, OptionKind.Text, "N", "The port; 0 for any free one. [default: 0]"),
        new(Bind, OptionKind.Text, "ADDR", "The address to listen on; any but loopback opens the city to others. [default: 127.0.0.1]"),
        new(ApiKey, OptionKind.Text, "KEY", "The key that may post, in place of those of the city."),
        new(Single, OptionKind.Switch, "", "Serve the first jurisdiction of the city alone."),
        new(Multi, OptionKind.Switch, "", "Serve several jurisdictions: every call must name one."),
        new(Type, OptionKind.Text, "TYPE", "Give all services a type: realtime, batch, blackbox or mixed. [default: as the city has them]"),
        new(Formats, OptionKind.CommaList, "FORMAT", "What is served: xml, json. [default: xml,json]"),
        new(Data, OptionKind.Text, "FILE.db", "Keep the state in this SQLite file. [default: in memory]"),
        new(Seed, OptionKind.Text, "N", "Seed of the made-up requests and of all chance. [default: 311]"),
        new(Clock, OptionKind.Text, "INSTANT", "Where the city's clock starts, such as 2026-05-20T09:30:00Z. [default: now]"),
        new(Watch, OptionKind.Switch, "", "Serve the city file anew when it changes."),
        new(Lenient, OptionKind.Switch, "", "Accept multipart and query-only POSTs and // in paths, as some servers do; findings tell all the same."),
        new(Vary, OptionKind.Switch, "", "Take the freedoms of the specification, as the seed chooses: clients that over-fit fail here."),
        new(Variation, OptionKind.CommaList, "ID", "A correct variation to show; repeat it for several."),
        new(Dialect, OptionKind.Text, "NAME", "Speak like a family of real servers, such as boston; 'open311 dialects' lists them."),
        new(Recording, OptionKind.Text, "NAME|DIR", "Serve a recorded city, byte for byte; 'open311 recording list' lists those that come with the tool."),
        new(Blend, OptionKind.Switch, "", "With --recording: what was not recorded is answered by the simulator, so that POST works."),
        new(ShiftDates, OptionKind.Switch, "", "With --recording: move all dates by whole days, so that the newest request lies just before now."),
        new(Exact, OptionKind.Switch, "", "With --recording: leave even the addresses in discovery and redirects as they are; clients that follow them call the live city."),
        new(Fault, OptionKind.CommaList, "ID", "A defect to show, or status=503, delay=500, dribble=200, drop, truncate, each perhaps with a chance such as @0.2."),
        new(Stubs, OptionKind.Text, "DIR", "WireMock.Net mapping files (*.json) that answer before the city; read again when they change."),
        new(Latency, OptionKind.Text, "DIST", "How long answers take: fixed:50, uniform:20-200 or lognormal:80,0.5, in milliseconds."),
        new(ExpectClean, OptionKind.Switch, "", "At the end write a scorecard of the clients, and exit 1 if one broke a must."),
        new(Out, OptionKind.Text, "DIR", "Where the scorecard goes. [default: reports/clients-<UTC time>]"),
        new(Journal, OptionKind.Text, "N", "How many calls are kept; 0 for none. [default: 1000]"),
        new(AdminToken, OptionKind.Text, "T", "What administration from elsewhere than this machine must show."),
    ];
}
