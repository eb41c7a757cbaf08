using System.Text;
using Open311.Protocol.Documents;

namespace Open311.Protocol.Tests.Documents;

static class ReadingExtensions
{
    public static Reading Xml(this string text, ReadLimits? limits = null) => Encoding.UTF8.GetBytes(text).Read(DataFormat.Xml, limits);

    public static Reading Json(this string text, ReadLimits? limits = null) => Encoding.UTF8.GetBytes(text).Read(DataFormat.Json, limits);

    public static Reading Read(this byte[] bytes, DataFormat format, ReadLimits? limits = null) => DocumentReader.Read(bytes, format, limits);

    /// <summary>The root of a document that must be there and flawless.</summary>
    public static Node Root(this Reading reading)
    {
        reading.Defects.Should().BeEmpty();
        return reading.Document!.Root;
    }

    public static string Kinds(this Reading reading) => string.Join(' ', reading.Defects.Select(d => $"{d.Kind}@{d.Position}"));

    public static IEnumerable<Node> Descendants(this Node node) => node.Children.SelectMany(c => c.Descendants().Prepend(c));
}
