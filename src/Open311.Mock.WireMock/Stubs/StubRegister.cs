using System.Text.Json.Nodes;
using Open311.Mock.WireMock.Checking;
using Open311.Mock.WireMock.Matching;
using WireMock.Server;

namespace Open311.Mock.WireMock.Stubs;

/// <summary>Puts mappings into WireMock.Net and takes them out again.</summary>
internal sealed class StubRegister(WireMockServer server)
{
    // The last place belongs to the city.
    const int LastPriority = int.MaxValue - 1;

    /// <summary>Takes the mappings of a file in, all of them or none; they answer once they are put into force.</summary>
    /// <exception cref="StubException">WireMock.Net refuses one.</exception>
    public IReadOnlyList<Stub> Add(IReadOnlyList<StubModel> models)
    {
        var added = new List<Stub>();
        foreach (var model in models)
        {
            // A Guid of its own, so that the edition in force stays until this one takes its place.
            var id = Guid.NewGuid();
            try
            {
                server.WithMapping(Written(model, id).ToJsonString());
                added.Add(new Stub(model, server.Mappings.First(m => m.Guid == id)));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                server.DeleteMapping(id);
                Remove(added);
                throw new StubException($"{model.File}, mapping {model.Number}: WireMock.Net refuses it: {Texts.Said(e.InnerException ?? e)}", e);
            }
        }

        return added;
    }

    /// <summary>Lets stubs answer, in that order: of two that are alike the later one wins, as if all files had just been read.</summary>
    public static void PutIntoForce(IEnumerable<Stub> stubs, DateTime from)
    {
        foreach (var (stub, i) in stubs.Select((s, i) => (s, i)))
        {
            stub.Mapping.UpdatedAt = from.AddTicks(i);
            stub.Mapping.IsDisabled = stub.Model.IsDisabled;
        }
    }

    public void Remove(IEnumerable<Stub> stubs)
    {
        foreach (var stub in stubs)
            server.DeleteMapping(stub.Mapping.Guid);
    }

    static JsonObject Written(StubModel model, Guid id)
    {
        var mapping = (JsonObject)model.Mapping.DeepClone();
        foreach (var key in mapping.Select(m => m.Key).Where(k => k.Equals("Guid", StringComparison.OrdinalIgnoreCase) || k.Equals("IsDisabled", StringComparison.OrdinalIgnoreCase)).ToArray())
            mapping.Remove(key);
        mapping["Guid"] = id.ToString();
        mapping["IsDisabled"] = true;
        if (mapping.FirstOrDefault(m => m.Key.Equals("Priority", StringComparison.OrdinalIgnoreCase)) is { Value: JsonValue priority } member && priority.TryGetValue<int>(out var given) && given > LastPriority)
            mapping[member.Key] = LastPriority;
        BoundedMatchers.PutInto(mapping);
        return mapping;
    }
}
