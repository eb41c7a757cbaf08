using Open311.Conformance.Asking;

namespace Open311.Conformance.Shapes;

/// <summary>All shapes, found by what was asked and how it was answered.</summary>
public sealed class ShapeBook(IReadOnlyList<Shape> shapes)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<Shape> All { get; } = shapes;

    /// <summary>The shape of that name.</summary>
    public Shape this[string name] => All.First(s => s.Name == name);

    /// <summary>The shape of the data of a resource; null for paths the specification does not know.</summary>
    public Shape? Of(ResourceKind resource) => All.FirstOrDefault(s => !s.Errors && s.Resources.Contains(resource));

    /// <summary>The shape of refusals.</summary>
    public Shape Errors => All.First(s => s.Errors);

    /// <summary>Reads a reply through the shape of its resource; null when there is no document or no shape.</summary>
    public Shaped? Read(Reply reply) =>
        reply.Document is { } document && Of(reply.Ask.Resource) is { } shape ? ShapeReader.Read(document, shape) : null;
}
