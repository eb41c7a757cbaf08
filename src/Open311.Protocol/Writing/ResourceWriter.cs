namespace Open311.Protocol.Writing;

/// <summary>Writes a <see cref="Resource"/> as a conforming document: UTF-8 without a byte order mark, XML with its declaration.</summary>
public static class ResourceWriter
{
    /// <summary>The deepest nesting that is written, root included.</summary>
    public const int MaxDepth = 500;

    /// <summary>The bytes of the resource in that format. Line breaks and blanks of texts survive, whatever the style.</summary>
    /// <param name="resource">What to write.</param>
    /// <param name="format">XML, or JSON by the Spark convention.</param>
    /// <param name="style">Freedoms taken in writing; compact when null.</param>
    /// <exception cref="ArgumentException">A name is no XML name, a number no JSON number, or the nesting too deep.</exception>
    public static byte[] Write(Resource resource, DataFormat format, WriteStyle? style = null)
    {
        style ??= new WriteStyle();
        if (format != DataFormat.Xml)
            return new JsonResourceWriter(style).Write(resource.Content);
        using var xml = new XmlResourceWriter(style);
        return xml.Write(resource);
    }

    internal static void CheckDepth(int depth)
    {
        if (depth > MaxDepth)
            throw new ArgumentException($"The resource is nested deeper than {MaxDepth} levels.");
    }

    internal static string CheckNumber(string literal) => Documents.Json.JsonNumbers.IsNumber(literal)
        ? literal
        : throw new ArgumentException($"\"{literal}\" is no number of the JSON grammar. Give such a value as text.");
}
