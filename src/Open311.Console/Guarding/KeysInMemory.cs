using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Open311.WebConsole.Guarding;

/// <summary>Keeps the keys of form tokens for as long as the console runs: nothing of them gets onto the disk.</summary>
internal sealed class KeysInMemory : IXmlRepository
{
    readonly Lock gate = new();
    readonly List<XElement> kept = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (gate)
            return [.. kept];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (gate)
            kept.Add(element);
    }
}
