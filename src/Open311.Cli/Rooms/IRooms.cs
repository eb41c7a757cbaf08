using Open311.Conformance.Requirements;

namespace Open311.Cli.Rooms;

/// <summary>The rooms the command line calls into. Each is entered only by the commands that need it: help loads none of them.</summary>
internal interface IRooms
{
    /// <summary>Judges.</summary>
    ISuite Suite { get; }

    /// <summary>Reports.</summary>
    IReports Reports { get; }

    /// <summary>Knows the requirements.</summary>
    RequirementCatalog Catalogue { get; }

    /// <summary>Plays a city.</summary>
    ICities Cities { get; }

    /// <summary>Proves the suite.</summary>
    ISelftest Selftest { get; }
}
