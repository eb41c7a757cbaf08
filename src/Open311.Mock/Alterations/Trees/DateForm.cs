using System.Globalization;
using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Writes date-times in another form (<c>as</c>), or moved by <c>minutes</c>, or in the zone of <c>offset</c> minutes.</summary>
internal sealed class DateForm(YamlMap map) : FieldAlteration(map)
{
    static readonly Dictionary<string, string> Forms = new()
    {
        ["plain"] = "yyyy-MM-dd'T'HH:mm:ssZ",
        ["fraction"] = "yyyy-MM-dd'T'HH:mm:ss.fffZ",
        ["microseconds"] = "yyyy-MM-dd'T'HH:mm:ss.ffffffZ",
        ["comma-fraction"] = "yyyy-MM-dd'T'HH:mm:ss,fffZ",
        ["no-seconds"] = "yyyy-MM-dd'T'HH:mmZ",
        ["lower-case"] = "yyyy-MM-dd't'HH:mm:ss'z'",
        ["no-zone"] = "yyyy-MM-dd'T'HH:mm:ss",
        ["blank"] = "yyyy-MM-dd HH:mm:ssZ",
        ["blank-no-zone"] = "yyyy-MM-dd HH:mm:ss",
        ["date-only"] = "yyyy-MM-dd",
        ["utc-name"] = "yyyy-MM-dd'T'HH:mm:ss' UTC'",
        ["flat-offset"] = "yyyy-MM-dd'T'HH:mm:ss'+0000'",
        ["far-offset"] = "yyyy-MM-dd'T'HH:mm:ss'+25:00'",
        ["negative-zero"] = "yyyy-MM-dd'T'HH:mm:ss'-00:00'",
        ["american"] = "MM/dd/yyyy hh:mm tt",
        ["rfc822"] = "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        ["epoch"] = "epoch",
        ["no-such-day"] = "yyyy-02-30'T'HH:mm:ssZ",
    };

    readonly string form = Forms.TryGetValue(map.OptionalText("as") ?? "plain", out var known)
        ? known
        : throw map.Problem("as", $"'as' must be one of {string.Join(", ", Forms.Keys)}.");

    readonly int minutes = map.Whole("minutes", 0);
    readonly int? offset = map.Has("offset") ? map.Whole("offset", 0) : null;

    protected override DataObject Edit(DataObject fields, string name) => TreeEdit.Each(fields, name, value =>
        DateTimeOffset.TryParse(DatumText.Of(value), CultureInfo.InvariantCulture, out var time) ? new DataText(Write(time.AddMinutes(minutes))) : value);

    string Write(DateTimeOffset time)
    {
        if (form == "epoch")
            return time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var local = offset is { } shift ? time.ToOffset(TimeSpan.FromMinutes(shift)) : time;
        return local.ToString(form.Replace("Z", offset is null ? "'Z'" : "zzz"), CultureInfo.InvariantCulture);
    }
}
