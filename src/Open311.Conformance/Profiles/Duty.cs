namespace Open311.Conformance.Profiles;

/// <summary>How strongly a buyer asks for something.</summary>
public enum Duty
{
    /// <summary>Must be met; what could not be exercised is not met.</summary>
    Mandatory,

    /// <summary>Should be met; told, but decides nothing.</summary>
    Recommended,

    /// <summary>Must be met by whoever offers it.</summary>
    IfImplemented,
}
