using System.Globalization;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;
using Open311.Conformance.Targets;
using Keys = Open311.Cli.Settings.CheckSettings;

namespace Open311.Cli.Checking;

/// <summary>Reads what the operator says about posting.</summary>
/// <param name="settings">Command line over file.</param>
internal sealed class WriteOptionsReader(RawSettings settings)
{
    const string HeaderPlace = "header";

    /// <summary>The settings it reads; the embedded city takes none of them.</summary>
    public static readonly IReadOnlyList<string> Inputs =
    [
        Keys.AllowWrites, Keys.Production, Keys.DryRun, Keys.MaxPosts, Keys.ServiceCode, Keys.Lat, Keys.Long, Keys.Address, Keys.AddressId, Keys.Email,
        Keys.Moderated, Keys.NonSpatial, Keys.PollTimeout, Keys.KeyIn, Keys.ExtraForm,
    ];

    readonly SettingReader reader = new(settings);

    /// <exception cref="UsageException">Something given cannot be used.</exception>
    public WriteOptions Read()
    {
        var usual = new WriteOptions();
        var (place, header) = ReadKeyPlace();
        return usual with
        {
            Allowed = reader.Switch(Keys.AllowWrites),
            Production = reader.Switch(Keys.Production),
            DryRun = reader.Switch(Keys.DryRun),
            MaxPosts = reader.Whole(Keys.MaxPosts, 0, 1000, "a whole number of POSTs") ?? usual.MaxPosts,
            ServiceCodes = [.. reader.List(Keys.ServiceCode).Distinct()],
            Place = ReadPlace(),
            Address = reader.Text(Keys.Address),
            AddressId = reader.Text(Keys.AddressId),
            Email = ReadEmail(),
            Moderated = reader.Switch(Keys.Moderated),
            NonSpatial = reader.Switch(Keys.NonSpatial),
            PollTimeout = reader.Number(Keys.PollTimeout, 0, 3600, "a number of seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : usual.PollTimeout,
            PollTimeoutGiven = settings.Has(Keys.PollTimeout),
            KeyPlace = place,
            KeyHeader = header ?? usual.KeyHeader,
            ExtraForm = reader.Pairs(Keys.ExtraForm),
        };
    }

    (decimal Lat, decimal Long)? ReadPlace()
    {
        var (lat, @long) = (Degrees(Keys.Lat, 90), Degrees(Keys.Long, 180));
        if (lat is { } a && @long is { } b)
            return (a, b);
        if ((settings.One(Keys.Lat) ?? settings.One(Keys.Long)) is { } alone)
            throw new UsageException($"{alone.Origin}: --{Keys.Lat} and --{Keys.Long} make a place together only; give both.");
        return null;
    }

    decimal? Degrees(string key, int most)
    {
        if (settings.One(key) is not { } value)
            return null;
        return decimal.TryParse(value.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most
            ? degrees
            : throw new UsageException($"{value.Origin}: '{Printable.Line(value.Text)}' cannot be used; expected decimal degrees from -{most} to {most}, such as 42.1.");
    }

    string? ReadEmail()
    {
        var email = reader.Text(Keys.Email);
        return email is null || email.IndexOf('@', StringComparison.Ordinal) > 0
            ? email
            : throw new UsageException($"{settings.One(Keys.Email)!.Origin}: '{Printable.Line(email)}' is no e-mail address; expected one such as test@example.org.");
    }

    (KeyPlace Place, string? Header) ReadKeyPlace()
    {
        if (settings.One(Keys.KeyIn) is not { } given)
            return (KeyPlace.Form, null);
        var parts = given.Text.Trim().Split(':', 2);
        var word = parts[0].Trim().ToLowerInvariant();
        if (parts.Length == 2 && word == HeaderPlace && parts[1].Trim() is { Length: > 0 } name && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return (KeyPlace.Header, name);
        return parts.Length == 1 && Enum.TryParse<KeyPlace>(word, ignoreCase: true, out var place) && !char.IsAsciiDigit(word[0])
            ? (place, null)
            : throw new UsageException($"{given.Origin}: '{Printable.Line(given.Text)}' is no place for a key; expected form, query, bearer, header or header:NAME.");
    }
}
