using Open311.Conformance.Findings;

namespace Open311.Reporting.Fleet;

/// <summary>What became of a conformance class at one target.</summary>
/// <param name="Name">Such as <c>read-xml</c>.</param>
/// <param name="Title">In plain words.</param>
/// <param name="State">Granted, refused or not tested.</param>
public sealed record FleetClass(string Name, string Title, ClassState State);
