namespace Open311.Protocol;

/// <summary>The two output formats of GeoReport v2 ("Format Support").</summary>
public enum DataFormat
{
    /// <summary>The required format, <c>text/xml</c>.</summary>
    Xml,

    /// <summary>The optional format, <c>application/json</c>, mapped from XML by the Spark convention.</summary>
    Json,
}

/// <summary>Names of the formats on the wire.</summary>
public static class DataFormats
{
    /// <summary>The URL extension without its dot: <c>xml</c> or <c>json</c>.</summary>
    public static string Extension(this DataFormat format) => format == DataFormat.Xml ? "xml" : "json";

    /// <summary>The media type the specification lists for the format.</summary>
    public static string MediaType(this DataFormat format) => format == DataFormat.Xml ? "text/xml" : "application/json";
}
