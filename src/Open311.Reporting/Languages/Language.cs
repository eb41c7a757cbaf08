namespace Open311.Reporting.Languages;

/// <summary>A language that reports are written in.</summary>
public enum Language
{
    /// <summary><c>en</c>.</summary>
    English,

    /// <summary><c>de</c>.</summary>
    German,
}
