using Open311.Recordings.Storing;

namespace Open311.Recordings.Comparing;

/// <summary>What changed in meaning between two recordings of a city: not bytes, and not which requests there are.</summary>
public static class RecordingDiff
{
    // With fewer items than this, whether a field is there always or sometimes is chance.
    const int Enough = 5;

    /// <summary>The differences, in the order of services, definitions, fields, media types, discovery, statuses.</summary>
    /// <param name="before">The older one.</param>
    /// <param name="after">The newer one.</param>
    public static IReadOnlyList<Difference> Of(Recording before, Recording after)
    {
        var (then, now) = (new CityProfile(before), new CityProfile(after));
        return
        [
            .. Services(then, now),
            .. Definitions(then, now),
            .. Fields(then, now),
            .. MediaTypes(then, now),
            .. Discovery(then, now),
            .. Statuses(then, now),
        ];
    }

    static IEnumerable<Difference> Services(CityProfile then, CityProfile now)
    {
        if (then.Services.Count == 0 || now.Services.Count == 0)
        {
            if (then.Services.Count != now.Services.Count)
                yield return new("service", "services", $"{then.Services.Count} services", $"{now.Services.Count} services", $"There were {then.Services.Count} services that could be read, and there are {now.Services.Count}.");
            yield break;
        }

        foreach (var code in then.Services.Keys.Except(now.Services.Keys))
            yield return new("service", code, Named(then, code), null, $"The service {code} ({Named(then, code)}) is gone.");
        foreach (var code in now.Services.Keys.Except(then.Services.Keys))
            yield return new("service", code, null, Named(now, code), $"The service {code} ({Named(now, code)}) is new.");
        foreach (var (code, fields) in then.Services)
        {
            if (!now.Services.TryGetValue(code, out var others))
                continue;
            foreach (var difference in Values("service", code, $"The service {code}", fields, others))
                yield return difference;
        }
    }

    static IEnumerable<Difference> Definitions(CityProfile then, CityProfile now)
    {
        foreach (var (code, attributes) in then.Definitions)
        {
            if (!now.Definitions.TryGetValue(code, out var others))
                continue;
            foreach (var gone in attributes.Keys.Except(others.Keys))
                yield return new("definition", $"{code}/{gone}", gone, null, $"The definition of {code} has no attribute {gone} any more.");
            foreach (var added in others.Keys.Except(attributes.Keys))
                yield return new("definition", $"{code}/{added}", null, added, $"The definition of {code} has a new attribute {added}.");
            foreach (var (attribute, fields) in attributes)
            {
                if (!others.TryGetValue(attribute, out var present))
                    continue;
                foreach (var difference in Values("definition", $"{code}/{attribute}", $"The attribute {attribute} of {code}", fields, present))
                    yield return difference;
            }
        }
    }

    static IEnumerable<Difference> Values(string kind, string where, string what, Dictionary<string, string> then, Dictionary<string, string> now)
    {
        foreach (var name in then.Keys.Union(now.Keys))
        {
            var (was, is_) = (then.GetValueOrDefault(name), now.GetValueOrDefault(name));
            if (was != is_ && !(string.IsNullOrEmpty(was) && string.IsNullOrEmpty(is_)))
                yield return new(kind, where, was, is_, $"{what} has {name} {Quoted(is_)}; it was {Quoted(was)}.");
        }
    }

    static IEnumerable<Difference> Fields(CityProfile then, CityProfile now)
    {
        foreach (var (where, was) in then.Fields)
        {
            if (!now.Fields.TryGetValue(where, out var present))
                continue;
            if (was.Unreadable != present.Unreadable)
                yield return new("format", where, was.Unreadable ? "unreadable" : "readable", present.Unreadable ? "unreadable" : "readable", $"{where} {(present.Unreadable ? "holds what cannot be read in its format any more" : "can be read in its format now")}.");
            if (IsRefusals(where) && was.Unreadable == present.Unreadable && (was.Items == 0) != (present.Items == 0))
                yield return new("error", where, was.Items == 0 ? "no error with a description" : "errors with a description", present.Items == 0 ? "no error with a description" : "errors with a description", present.Items == 0 ? $"{where} hold no error with a description any more." : $"{where} hold errors with a description now.");
            if (was.Items == 0 || present.Items == 0)
                continue;
            foreach (var name in was.Fields.Keys.Union(present.Fields.Keys))
            {
                if (Field(where, name, was, present) is { } difference)
                    yield return difference;
            }
        }
    }

    static Difference? Field(string where, string name, FieldProfile was, FieldProfile present)
    {
        var (before, after) = (was.Fields.GetValueOrDefault(name), present.Fields.GetValueOrDefault(name));
        var kind = IsRefusals(where) ? "error" : "field";
        var place = $"{where} {name}";
        if (after is null)
            return before!.Count * 2 >= was.Items ? new(kind, place, Often(before, was), null, $"In {where} the field {name} is gone.") : null;
        if (before is null)
            return after.Count * 2 >= present.Items ? new(kind, place, null, Often(after, present), $"In {where} the field {name} is new.") : null;
        if (before.Kinds.Count > 0 && after.Kinds.Count > 0 && !before.Kinds.SetEquals(after.Kinds) && !(before.Kinds.Overlaps(after.Kinds) && Math.Min(was.Items, present.Items) < Enough))
            return new(kind, place, string.Join(" or ", before.Kinds), string.Join(" or ", after.Kinds), $"In {where} the field {name} is {string.Join(" or ", after.Kinds)}; it was {string.Join(" or ", before.Kinds)}.");
        var (wasAlways, isAlways) = (before.Count == was.Items, after.Count == present.Items);
        return wasAlways != isAlways && was.Items >= Enough && present.Items >= Enough
            ? new(kind, place, Often(before, was), Often(after, present), $"In {where} the field {name} is {(isAlways ? "always" : "not always")} there; it was {(wasAlways ? "always" : "not always")}.")
            : null;
    }

    static IEnumerable<Difference> MediaTypes(CityProfile then, CityProfile now)
    {
        foreach (var (where, types) in then.MediaTypes)
        {
            if (now.MediaTypes.TryGetValue(where, out var others) && !types.SetEquals(others))
                yield return new("media-type", where, string.Join(", ", types), string.Join(", ", others), $"{where} is labelled {string.Join(", ", others)}; it was {string.Join(", ", types)}.");
        }
    }

    static IEnumerable<Difference> Discovery(CityProfile then, CityProfile now)
    {
        if (then.Endpoints is not { } were || now.Endpoints is not { } are)
            yield break;
        foreach (var gone in were.Except(are))
            yield return new("discovery", "discovery", gone, null, $"Discovery lists no endpoint '{gone}' any more.");
        foreach (var added in are.Except(were))
            yield return new("discovery", "discovery", null, added, $"Discovery lists a new endpoint '{added}'.");
    }

    static IEnumerable<Difference> Statuses(CityProfile then, CityProfile now)
    {
        foreach (var (question, status) in then.Statuses)
        {
            if (now.Statuses.TryGetValue(question, out var present) && present != status)
                yield return Status(question, status, present);
        }

        foreach (var (where, singles) in then.Singles)
        {
            if (!now.Singles.TryGetValue(where, out var present))
                continue;
            var both = singles.Where(s => present.ContainsKey(s.Key)).Select(s => (Question: s.Key, Was: s.Value, Is: present[s.Key])).ToList();
            foreach (var (question, was, status) in both.Where(b => b.Was >= 300 && b.Is != b.Was))
                yield return Status(question, was, status);
            // That some requests are gone says nothing of the city; that all are does.
            var shown = both.Where(b => b.Was < 300).ToList();
            if (shown.Count > 0 && shown.TrueForAll(b => b.Is >= 300))
                yield return new("status", where, $"{shown[0].Was}", $"{shown[0].Is}", $"{where} is answered {string.Join(" or ", shown.Select(b => b.Is).Distinct().Order())} for every request that was there; it was {shown[0].Was}.");
        }
    }

    static Difference Status(string question, int was, int present) => new("status", question, $"{was}", $"{present}", $"{Uri.UnescapeDataString(question)} is answered {present}; it was {was}.");

    static bool IsRefusals(string where) => where.StartsWith("refusals", StringComparison.Ordinal);

    static string Named(CityProfile profile, string code) => profile.Services[code].GetValueOrDefault("service_name", "without a name");

    static string Often(FieldProfile.Field field, FieldProfile of) => $"in {field.Count} of {of.Items}";

    static string Quoted(string? text) => string.IsNullOrEmpty(text) ? "none" : text.Length <= 80 ? $"'{text}'" : $"'{text[..80]}...'";
}
