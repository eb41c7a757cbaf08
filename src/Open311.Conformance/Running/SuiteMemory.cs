using System.Collections.Concurrent;
using Open311.Conformance.Asking;
using Open311.Conformance.Shapes;
using Open311.Protocol;

namespace Open311.Conformance.Running;

/// <summary>
/// What runs of one suite may share: bodies that were read, and items that were found flawless. The same bytes read the same and the same item is
/// judged the same at the same instant, so sharing it changes no finding; many runs over nearly the same answers take far less time.
/// </summary>
public sealed class SuiteMemory
{
    readonly ConcurrentDictionary<(string Shape, DataFormat Format, DateTimeOffset Now), CleanItems> clean = [];

    internal ReadingShelf Shelf { get; } = new();

    internal CleanItems Clean(Shape shape, DataFormat format, DateTimeOffset now) => clean.GetOrAdd((shape.Name, format, now), _ => new());
}
