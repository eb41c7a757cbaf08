using System.Buffers;

namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>What a value is by the name of its field, argument or header: those of GeoReport v2, and those under which real servers and clients send the same.</summary>
static class FieldNames
{
    static readonly Dictionary<string, ValueKind> exact = Build();

    static readonly (string Part, ValueKind Kind)[] parts =
    [
        ("email", ValueKind.Email),
        ("emailaddress", ValueKind.Email),
        ("firstname", ValueKind.Name),
        ("lastname", ValueKind.Name),
        ("fullname", ValueKind.Name),
        ("surname", ValueKind.Name),
        ("familyname", ValueKind.Name),
        ("givenname", ValueKind.Name),
        ("requestorname", ValueKind.Name),
        ("requestername", ValueKind.Name),
        ("reportername", ValueKind.Name),
        ("submittername", ValueKind.Name),
        ("contactname", ValueKind.Name),
        ("customername", ValueKind.Name),
        ("citizenname", ValueKind.Name),
        ("username", ValueKind.Account),
        ("phonenumber", ValueKind.Phone),
        ("telephone", ValueKind.Phone),
        ("telefon", ValueKind.Phone),
        ("mobilenumber", ValueKind.Phone),
        ("homephone", ValueKind.Phone),
        ("cellphone", ValueKind.Phone),
        ("mobilephone", ValueKind.Phone),
        ("workphone", ValueKind.Phone),
        ("contactphone", ValueKind.Phone),
        ("accountid", ValueKind.Account),
        ("deviceid", ValueKind.Device),
        ("apikey", ValueKind.Credential),
        ("accesstoken", ValueKind.Credential),
        ("authtoken", ValueKind.Credential),
        ("refreshtoken", ValueKind.Credential),
        ("sessionid", ValueKind.Credential),
        ("secret", ValueKind.Credential),
        ("password", ValueKind.Credential),
        ("passwd", ValueKind.Credential),
        ("latitude", ValueKind.Position),
        ("longitude", ValueKind.Position),
        ("zipcode", ValueKind.PostalCode),
        ("postalcode", ValueKind.PostalCode),
        ("postcode", ValueKind.PostalCode),
        ("addressid", ValueKind.AddressId),
        ("adressid", ValueKind.AddressId),
        ("ipaddress", ValueKind.IpAddress),
        ("streetaddress", ValueKind.Address),
        ("addressstring", ValueKind.Address),
        ("licenseplate", ValueKind.LicencePlate),
        ("licenceplate", ValueKind.LicencePlate),
        ("numberplate", ValueKind.LicencePlate),
        ("dateofbirth", ValueKind.BirthDate),
    ];

    static readonly SearchValues<string> personalContainers = SearchValues.Create(
        ["reporter", "requestor", "requester", "submitter", "citizen", "person", "customer", "author", "createdby", "submittedby", "user", "resident", "complainant", "owner"],
        StringComparison.Ordinal);

    /// <summary>The name without case, blanks, hyphens and underscores, and without what encloses it: <c>attribute[First_Name]</c> is <c>firstname</c>.</summary>
    public static string Normal(string name)
    {
        var open = name.IndexOf('[');
        if (open >= 0 && name.IndexOf(']', open) is var close && close > open + 1)
            name = name[(open + 1)..close];
        else if (open > 0)
            name = name[..open];
        var colon = name.LastIndexOf(':');
        return string.Concat(name.AsSpan(colon + 1).ToString().Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    /// <summary>The kind of a value under that normal name; null when the name tells nothing.</summary>
    public static ValueKind? Kind(string normal)
    {
        if (normal.Length == 0)
            return null;
        if (exact.TryGetValue(normal, out var kind))
            return kind;
        foreach (var (part, partly) in parts)
        {
            if (normal.Contains(part, StringComparison.Ordinal))
                return partly;
        }

        return normal.EndsWith("datetime", StringComparison.Ordinal) || normal.EndsWith("timestamp", StringComparison.Ordinal) ? ValueKind.Kept : null;
    }

    /// <summary>Whether the fields in an object of that normal name tell of a person.</summary>
    public static bool IsPerson(string normal) => normal.AsSpan().ContainsAny(personalContainers);

    static Dictionary<string, ValueKind> Build()
    {
        var kinds = new Dictionary<string, ValueKind>(StringComparer.Ordinal);
        void Are(ValueKind kind, string names)
        {
            foreach (var name in names.Split(' '))
                kinds[name] = kind;
        }

        Are(ValueKind.Kept, "servicerequestid parentservicerequestid servicecode servicename group groups keywords keyword type metadata status detailedstatus token jurisdictionid "
            + "changeset specification formats format code datatype order required variable updateid channel ward policedistrict requesteddatetime updateddatetime expecteddatetime "
            + "startdate enddate updatedafter updatedbefore page pagesize perpage limit offset callback locale locales interfaceused serviceobjecttype serviceobjectid duplicate");
        Are(ValueKind.Name, "requestor requester reporter submitter author firstname lastname fname lname forename vorname nachname etunimi sukunimi prenom realname displayname nickname assignee assignedto");
        Are(ValueKind.Email, "email emails mail mailaddress sender from replyto");
        Are(ValueKind.Phone, "phone phones tel mobile cell fax puhelin handy msisdn");
        Are(ValueKind.Account, "account userid uid user login contactid citizenid customerid personid reporterid requestorid requesterid authorid createdby submittedby");
        Are(ValueKind.Device, "device udid imei androidid idfa advertisingid pushtoken devicetoken");
        Are(ValueKind.Credential, "key apikey auth authorization bearer pwd pass sig signature session sid jsessionid phpsessid");
        Are(ValueKind.Position, "lat long lng lon latitude longitude latlong latlng lonlat coordinates coordinate coords point pos bbox ll geolat geolong wkt poslist lowercorner uppercorner");
        Are(ValueKind.GridPosition, "x y xcoordinate ycoordinate xcoord ycoord coordx coordy easting northing utmx utmy geox geoy");
        Are(ValueKind.Address, "address adress address1 address2 addr street streetname housenumber housenr location locationaddress formattedaddress crossstreet intersection");
        Are(ValueKind.AddressId, "addrid parcelid parcel");
        Are(ValueKind.PostalCode, "zip plz postal");
        Are(ValueKind.MediaUrl, "mediaurl mediaurls media photo photos photourl image images imageurl thumbnail thumbnailurl avatar avatarurl picture pictures attachment attachments");
        Are(ValueKind.IpAddress, "ip ipaddr remoteaddr remoteip clientip userip");
        Are(ValueKind.LicencePlate, "plate platenumber vehicleregistration kennzeichen rekisterinumero vin");
        Are(ValueKind.BirthDate, "birthdate dob birthday geburtsdatum");
        return kinds;
    }
}
