namespace Open311.Conformance.Posting;

/// <summary>How a report says where it is.</summary>
public enum Siting
{
    /// <summary>lat and long.</summary>
    Coordinates,

    /// <summary>address_string.</summary>
    Address,

    /// <summary>lat, long and address_string.</summary>
    Both,

    /// <summary>address_id.</summary>
    AddressId,

    /// <summary>Not at all.</summary>
    None,
}
