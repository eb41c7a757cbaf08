using CsCheck;

namespace Open311.Recordings.Tests.Scrubbing;

/// <summary>Somebody whose data is planted in a recording.</summary>
sealed record Person(string First, string Last, string Email, string Phone, string Account, string Device, string Key, string Address, string Lat, string Long)
{
    static readonly Gen<string> token = Gen.String[Gen.Char["abcdefghijkmnpqrstuvwxyz0123456789"], 8, 14].Select(t => "x" + t + "7");

    static readonly Gen<string> phone =
        from form in OneOf("({0}) {1}-{2}", "+1 {0} {1} {2}", "{0}-{1}-{2}", "+1-{0}-{1}-{2}", "{0}.{1}.{2}", "{0} {1} {2}", "{0}{1}{2}", "+44 {0} {1}{2}", "+358 {0} {1} {2}")
        from a in Gen.Int[200, 999]
        from b in Gen.Int[201, 999]
        from c in Gen.Int[1000, 9999]
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, form, a, b, c);

    public static Gen<Person> Any { get; } =
        from first in OneOf("Jane", "Zoë", "José", "Łukasz", "Siobhán", "Anne-Marie", "Θάλεια", "Юлия", "D'Arcy", "Günther")
        from last in OneOf("Featherstone", "Müller", "O'Shaughnessy", "Ñíguez", "Ångström", "Kowalczyk", "Иванова", "van Houten", "Smythe-Jones", "Çelik")
        from user in token
        from host in OneOf("mail.com", "example.org", "posteo.de", "sub.domain.co.uk", "city.gov")
        from plus in OneOf("", "+311", ".home", "_x", "-y")
        from number in phone
        from account in token
        from device in token
        from key in token
        from house in Gen.Int[100, 9999]
        from street in OneOf("Acacia Avenue", "Old Mill Road", "Königsallee", "Rue d'Alésia")
        from lat in Gen.Int[4_100_001, 4_999_999].Where(n => n % 10 > 0)
        from lng in Gen.Int[7_000_001, 7_999_999].Where(n => n % 10 > 0)
        select new Person(first, last, $"{user}{plus}@{host}", number, account, device, key, $"{house} {street}", $"{lat / 100_000}.{lat % 100_000:D5}", $"-{lng / 100_000}.{lng % 100_000:D5}");

    static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    /// <summary>What may be found nowhere.</summary>
    public IEnumerable<string> Traces =>
    [
        .. First.Split('-', '\'').Concat(Last.Split('-', '\'', ' ')).Where(n => n.Length > 3),
        Email[..Email.IndexOf('@')], Account, Device, Key, Address, Lat, Long[1..],
    ];

    /// <summary>The digits of the telephone number.</summary>
    public string Digits => string.Concat(Phone.Where(char.IsDigit));
}
