namespace Open311.Conformance.Profiles;

/// <summary>One thing that a buyer asks for.</summary>
/// <param name="Duty">How strongly.</param>
/// <param name="IsClass">Whether it is a conformance class; otherwise it is a requirement.</param>
/// <param name="Name">The class's name or the requirement's id.</param>
public sealed record ProfileDemand(Duty Duty, bool IsClass, string Name);
