using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Open311.Conformance.Asking;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>All shapes, found by what was asked and how it was answered.</summary>
public sealed class ShapeBook(IReadOnlyList<Shape> shapes)
{
    // What is seen in a document goes with it.
    readonly ConditionalWeakTable<Document, ConcurrentDictionary<string, Shaped>> seen = [];

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
        reply.Document is { } document && Of(reply.Ask.Resource) is { } shape ? seen.GetOrCreateValue(document).GetOrAdd(shape.Name, _ => ShapeReader.Read(document, shape)) : null;
}
