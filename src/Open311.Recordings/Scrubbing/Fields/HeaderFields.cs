using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>The values in a header line.</summary>
static class HeaderFields
{
    static readonly HashSet<string> silent =
    [
        "date", "lastmodified", "expires", "etag", "contentlength", "age", "ifmodifiedsince", "ifunmodifiedsince", "ifnonematch", "ifmatch", "retryafter", "contenttype", "accept",
        "acceptencoding", "acceptlanguage", "contentencoding", "transferencoding", "connection", "keepalive", "host", "server", "cachecontrol", "vary", "pragma", "wwwauthenticate",
        "stricttransportsecurity", "contentsecuritypolicy",
    ];

    static readonly HashSet<string> addresses =
    [
        "xforwardedfor", "forwarded", "xrealip", "trueclientip", "cfconnectingip", "xclientip", "xclusterclientip", "clientip", "remoteaddr", "xremoteaddr", "xoriginatingip", "fastlyclientip",
    ];

    public static IEnumerable<Field> Of(HeaderLine header, FieldKeeper keeper)
    {
        var normal = FieldNames.Normal(header.Name);
        var value = header.Value;
        var spared = keeper.Keeps(normal);
        if (value.Length == 0 || silent.Contains(normal))
            return [];
        Field Whole(ValueKind kind) => new(header.Name, kind, [(0, value.Length)], () => header.Name) { IsSpared = spared };

        if (normal is "cookie" or "setcookie")
            return Cookies(header, spared);
        if (normal is "authorization" or "proxyauthorization")
        {
            var blank = value.IndexOf(' ');
            return [new Field(header.Name, ValueKind.Credential, [(blank + 1, value.Length)], () => header.Name) { IsSpared = spared }];
        }

        if (addresses.Contains(normal))
            return [Whole(ValueKind.IpAddress)];
        if (value.StartsWith("http", StringComparison.OrdinalIgnoreCase) || value.StartsWith('/'))
            return UrlFields.Of(value, 0, value.Length, keeper);
        return [Whole(Kind(normal))];
    }

    static ValueKind Kind(string normal)
    {
        var bare = normal.StartsWith('x') ? normal[1..] : normal;
        if (normal.Contains("token", StringComparison.Ordinal) || normal.Contains("secret", StringComparison.Ordinal) || normal.Contains("session", StringComparison.Ordinal))
            return ValueKind.Credential;
        return bare switch
        {
            "from" => ValueKind.Email,
            "remoteuser" or "user" => ValueKind.Account,
            "contentdisposition" => ValueKind.FreeText,
            _ => FieldNames.Kind(bare) is { } kind and not (ValueKind.Kept or ValueKind.MediaUrl or ValueKind.Address) ? kind : ValueKind.Path,
        };
    }

    static IEnumerable<Field> Cookies(HeaderLine header, bool spared)
    {
        var isSet = header.Name.StartsWith('S') || header.Name.StartsWith('s');
        for (var start = 0; start < header.Value.Length;)
        {
            var semicolon = header.Value.IndexOf(';', start);
            var stop = semicolon < 0 ? header.Value.Length : semicolon;
            var equals = header.Value.IndexOf('=', start, stop - start);
            if (equals >= 0 && equals + 1 < stop)
                yield return new Field(header.Name, ValueKind.Credential, [(equals + 1, stop)], () => header.Name) { IsSpared = spared };
            if (isSet)
                yield break;
            start = stop + 1;
        }
    }
}
