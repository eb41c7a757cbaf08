using System.Text;
using System.Text.Json;
using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;
using Open311.Protocol;
using Open311.Protocol.Forms;

namespace Open311.Conformance.Posting;

/// <summary>Turns a draft into the POST to be sent.</summary>
sealed class Composer(Target target, Places places)
{
    const string MadeUpKey = "open311-conformance-no-such-key";

    /// <summary>The contact address where the operator gives none; of a domain reserved for examples.</summary>
    public const string UsualEmail = "open311-test@example.org";

    /// <summary>Where the key goes; the server may turn out to want it elsewhere than the operator said.</summary>
    public KeyPlace KeyPlace { get; set; } = target.Writes.KeyPlace;

    /// <summary>Optional fields that the server turned out to demand.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Demanded { get; set; } = [];

    public (Ask Ask, IReadOnlyList<KeyValuePair<string, string>> Fields) Compose(Draft draft, int number, string nonce, string? serviceCode, IReadOnlyList<KeyValuePair<string, string>> attributes)
    {
        var fields = new List<KeyValuePair<string, string>>();
        void Add(string name, string value) => fields.Add(KeyValuePair.Create(name, value));
        if ((draft.Jurisdiction ?? target.Jurisdictions.FirstOrDefault()) is { Length: > 0 } jurisdiction)
            Add("jurisdiction_id", jurisdiction);
        if (serviceCode is not null)
            Add("service_code", serviceCode);
        if (draft.Siting is Siting.Coordinates or Siting.Both)
        {
            var (lat, @long) = places.Coordinates(number);
            Add("lat", lat);
            Add("long", @long);
        }

        if (draft.Siting is Siting.Address or Siting.Both)
            Add("address_string", places.Address(number)!);
        if (draft.Siting == Siting.AddressId)
            Add("address_id", places.AddressId!);
        fields.AddRange(draft.Attributes ?? attributes);
        if (ProseWriter.Write(draft.Prose, nonce) is { Length: > 0 } description)
            Add("description", description);
        fields.AddRange(target.Writes.ExtraForm.Concat(Demanded.Where(d => d.Key != "address_string" || IsLocated(draft))).Where(extra => fields.All(f => f.Key != extra.Key)));
        foreach (var (name, value) in draft.With)
        {
            fields.RemoveAll(f => f.Key == name);
            Add(name, value.Replace("%mark%", nonce, StringComparison.Ordinal));
        }

        fields.RemoveAll(f => draft.Without.Contains(f.Key));
        var (withKey, headers, query) = WithKey(draft, fields);
        var ask = new Ask
        {
            Resource = ResourceKind.Posted,
            Method = "POST",
            Format = draft.Format,
            Path = $"requests.{draft.Format.Extension()}",
            Query = query,
            Purpose = draft.Purpose,
            Headers = [new HeaderField("Content-Type", draft.AsJson ? "application/json" : draft.Files.Count > 0 ? Multipart.ContentType(nonce) : draft.ContentType), .. headers],
            Body = draft.Files.Count > 0 ? Multipart.Write(withKey, draft.Files, nonce) : Body(draft, withKey),
        };
        return (ask, fields);
    }

    (IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<HeaderField> Headers, IReadOnlyList<KeyValuePair<string, string>> Query) WithKey(Draft draft, List<KeyValuePair<string, string>> fields)
    {
        var value = draft.Key switch
        {
            KeyUse.None => null,
            KeyUse.Empty => "",
            KeyUse.Wrong => MadeUpKey,
            _ => target.ApiKey ?? WriteOptions.KeyToCome,
        };
        if (value is null)
            return (fields, [], []);
        var place = draft.Key switch { KeyUse.InForm => KeyPlace.Form, KeyUse.InQuery => KeyPlace.Query, _ => KeyPlace };
        var pair = KeyValuePair.Create("api_key", value);
        return place switch
        {
            KeyPlace.Form => ([pair, .. fields], [], []),
            KeyPlace.Query => (fields, [], [pair]),
            KeyPlace.Bearer => (fields, [new HeaderField("Authorization", $"Bearer {value}")], []),
            _ => (fields, [new HeaderField(target.Writes.KeyHeader, value)], []),
        };
    }

    // A report that is meant to have no location must not get one by a demand.
    static bool IsLocated(Draft draft) => draft.Siting != Siting.None && !draft.Without.Contains("lat") && !draft.Without.Contains("long");

    static ReadOnlyMemory<byte> Body(Draft draft, IReadOnlyList<KeyValuePair<string, string>> fields) => draft.AsJson
        ? JsonSerializer.SerializeToUtf8Bytes(fields.DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Value))
        : Encoding.ASCII.GetBytes(FormEncoding.Write(fields, draft.Style));
}
