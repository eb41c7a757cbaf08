namespace Open311.Mock.Running;

/// <summary>How many jurisdictions a city serves.</summary>
public enum CityMode
{
    /// <summary>The first jurisdiction of the city alone.</summary>
    Single,

    /// <summary>All of at least two jurisdictions; every call must say which.</summary>
    Multi,
}
