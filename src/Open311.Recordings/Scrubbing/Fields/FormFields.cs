using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>The arguments of a form or a query.</summary>
static class FormFields
{
    public static IEnumerable<Field> Of(string text, int start, int end, FieldKeeper keeper)
    {
        while (start < end)
        {
            var length = text.AsSpan(start, end - start).IndexOfAny("&;#");
            var stop = length < 0 ? end : start + length;
            var equals = text.IndexOf('=', start, stop - start);
            if (equals < 0)
            {
                if (stop > start)
                    yield return new Field("argument", ValueKind.Path, [(start, stop)], () => "argument") { IsForm = true };
            }
            else if (equals + 1 < stop)
            {
                var name = Unescaped.Of(text[start..equals], plusIsBlank: true).Text;
                var normal = FieldNames.Normal(name);
                // A token of GeoReport names a report; what else is called so opens a door. Whoever scrubs knows the former by its value.
                var kind = normal == "token" ? ValueKind.Credential : FieldNames.Kind(normal) ?? ValueKind.FreeText;
                yield return new Field(name, kind, [(equals + 1, stop)], () => name) { IsForm = true, IsSpared = keeper.Keeps(normal) };
            }

            start = stop + 1;
        }
    }
}
