namespace Open311.Mock.WireMock.Stubs;

/// <summary>
/// Holds the stubs of a folder, each file in the last edition that was good. Looks are taken one at a time.
/// </summary>
internal sealed class StubShelf(StubFolder folder, StubReader reader, StubRegister register, Action<string> tell)
{
    const int MostMappings = 20_000;

    readonly SortedDictionary<string, IReadOnlyList<Stub>> shelved = new(StringComparer.Ordinal);
    SortedDictionary<string, (DateTime Written, long Length)> read = new(StringComparer.Ordinal);
    SortedDictionary<string, (DateTime Written, long Length)>? pending;
    string? lastProblem;
    DateTime edition = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    volatile IReadOnlyDictionary<Guid, Stub> byGuid = new Dictionary<Guid, Stub>();
    volatile StubIndex index = new([]);

    /// <summary>The stubs, by what WireMock.Net knows them by.</summary>
    public IReadOnlyDictionary<Guid, Stub> ByGuid => byGuid;

    /// <summary>Which calls they could answer.</summary>
    public StubIndex Index => index;

    /// <summary>Reads everything for the first time.</summary>
    /// <exception cref="StubException">A file cannot be served; nothing is.</exception>
    public void Fill()
    {
        var files = folder.Files();
        var problems = Take(files, files.Keys);
        if (problems.Count > 0)
            throw new StubException(problems.Count == 1 ? problems[0] : $"{problems[0]} ({problems.Count - 1} more of the files cannot be served either.)");
        read = files;
    }

    /// <summary>
    /// Reads what has changed since, once a second look has found it the same, so that a file is not read while it is written. What cannot be
    /// served is told, and the last good edition of that file goes on.
    /// </summary>
    public void Look()
    {
        try
        {
            var files = folder.Files();
            lastProblem = null;
            if (files.SequenceEqual(read))
            {
                pending = null;
                return;
            }

            if (pending is null || !files.SequenceEqual(pending))
            {
                pending = files;
                return;
            }

            pending = null;
            string[] changed = [.. files.Where(f => !read.TryGetValue(f.Key, out var before) || before != f.Value).Select(f => f.Key)];
            string[] gone = [.. read.Keys.Where(f => !files.ContainsKey(f))];
            var problems = Take(files, changed);
            read = files;
            foreach (var problem in problems)
                tell($"{problem} {(shelved.ContainsKey(problem.Split([',', ':'], 2)[0]) ? "Its last good edition goes on." : "It is left out.")}");
            if (gone.Length > 0 || problems.Count < changed.Length)
                tell($"The stubs have changed: {ByGuid.Count} in {shelved.Count} file{(shelved.Count == 1 ? "" : "s")} are served now.");
        }
        catch (StubException e)
        {
            // Told once, however often one looks.
            if (lastProblem != e.Message)
                tell($"{e.Message} The stubs go on as they were.");
            lastProblem = e.Message;
        }
    }

    List<string> Take(SortedDictionary<string, (DateTime Written, long Length)> files, IEnumerable<string> changed)
    {
        var problems = new List<string>();
        Stub[] old = [.. shelved.Where(s => !files.ContainsKey(s.Key)).SelectMany(s => s.Value)];
        foreach (var name in shelved.Keys.Where(n => !files.ContainsKey(n)).ToArray())
            shelved.Remove(name);
        foreach (var name in changed)
        {
            try
            {
                var models = reader.Read(name, folder.PathOf(name));
                Together(name, models);
                var stubs = register.Add(models);
                old = [.. old, .. shelved.GetValueOrDefault(name) ?? []];
                shelved[name] = stubs;
            }
            catch (StubException e)
            {
                problems.Add(e.Message);
            }
        }

        Stub[] all = [.. shelved.Values.SelectMany(s => s)];
        index = new StubIndex([.. all.Concat(old).Select(s => s.Mapping)]);
        byGuid = all.ToDictionary(s => s.Mapping.Guid);
        edition = edition.AddDays(1);
        StubRegister.PutIntoForce(all, edition);
        register.Remove(old);
        index = new StubIndex([.. all.Where(s => !s.Model.IsDisabled).Select(s => s.Mapping)]);
        return problems;
    }

    // WireMock.Net would let the later of two with one Guid take the place of the earlier.
    void Together(string name, IReadOnlyList<StubModel> models)
    {
        var others = shelved.Where(s => s.Key != name).SelectMany(s => s.Value).Select(s => s.Model).ToArray();
        if (others.Length + models.Count > MostMappings)
            throw new StubException($"{models[0].File}: With it there would be {others.Length + models.Count} mappings; at most {MostMappings} are served.");
        var seen = others.Where(o => o.Id is not null).ToDictionary(o => o.Id!.Value);
        foreach (var model in models.Where(m => m.Id is not null))
        {
            if (!seen.TryAdd(model.Id!.Value, model))
                throw new StubException($"{model.File}, mapping {model.Number}: Its Guid {model.Id} is that of {seen[model.Id.Value].File}, mapping {seen[model.Id.Value].Number}, too; leave one out.");
        }
    }
}
