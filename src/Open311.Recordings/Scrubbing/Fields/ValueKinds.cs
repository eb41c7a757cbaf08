namespace Open311.Recordings.Scrubbing.Fields;

static class ValueKinds
{
    /// <summary>What the report calls the kind.</summary>
    public static string Word(ValueKind kind) => kind switch
    {
        ValueKind.Name => "name",
        ValueKind.Email => "e-mail",
        ValueKind.Phone => "phone",
        ValueKind.Account => "account id",
        ValueKind.Device => "device id",
        ValueKind.Credential => "credential",
        ValueKind.Position or ValueKind.GridPosition => "position",
        ValueKind.Address => "address",
        ValueKind.AddressId => "address id",
        ValueKind.PostalCode => "postal code",
        ValueKind.MediaUrl or ValueKind.FileName or ValueKind.File => "media",
        ValueKind.IpAddress => "IP address",
        ValueKind.LicencePlate => "licence plate",
        ValueKind.BirthDate => "date of birth",
        _ => "text",
    };
}
