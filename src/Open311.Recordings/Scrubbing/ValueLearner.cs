using System.Text;
using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Finders;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing;

/// <summary>Reads what the fields of a recording tell, before anything is replaced.</summary>
sealed partial class ValueLearner(KnownValues known, PseudonymBook book)
{
    static readonly HashSet<string> publicFields = ["servicerequestid", "parentservicerequestid", "servicecode", "token", "jurisdictionid", "updateid"];

    public void Learn(Part part)
    {
        foreach (var field in part.Fields)
        {
            if (field.IsSpared || field.Kind is ValueKind.FreeText or ValueKind.Path or ValueKind.ServiceText)
                continue;
            if (field.Kind is not ValueKind.Kept)
                Learn(field.Kind, FieldText.Of(part.Text, field).Decoded.Text.Trim());
            else if (publicFields.Contains(FieldNames.Normal(field.Name)))
                known.Public.Add(FieldText.Of(part.Text, field).Decoded.Text.Trim());
        }
    }

    void Learn(ValueKind kind, string value)
    {
        if (Values.IsNothing(value))
            return;
        book.Avoid(value);
        switch (kind)
        {
            case ValueKind.Name:
                Name(value);
                break;
            case ValueKind.Email when value.Contains('@'):
                known.Emails.Add(value);
                break;
            case ValueKind.Phone:
                foreach (var number in value.Split(',', ';', '|'))
                    known.AddPhone(Pieces.DigitsOf(number));
                break;
            case ValueKind.PostalCode when value.Length > 3:
                known.PostalCodes.Add(value);
                break;
            case ValueKind.Position:
                foreach (Match number in Ordinate().Matches(value))
                    known.Ordinates.Add(number.Value);
                break;
            case ValueKind.Address:
                foreach (var part in Addresses.Parts(value).Append(value).Where(IsTelling))
                    known.AddLiteral(kind, part);
                break;
            case ValueKind.MediaUrl:
                foreach (var (start, end) in MediaUrls.In(value, 0, value.Length))
                    known.AddLiteral(kind, value[start..end]);
                break;
            case ValueKind.Credential:
                known.AddLiteral(kind, value);
                Basic(value);
                break;
            case ValueKind.Account or ValueKind.Device or ValueKind.AddressId or ValueKind.LicencePlate:
                known.AddLiteral(kind, value);
                break;
        }
    }

    void Name(string value)
    {
        var words = NameWords.In(value).SelectMany(w => w.Value.Split('-')).ToList();
        if (words.Exists(CommonWords.IsOrganisation))
            return;
        foreach (var word in words.Where(w => w.Length > 1 && !NameWords.IsParticle(w)))
            known.Names.Add(Folding.Of(word));
    }

    // User and password of the scheme Basic are known by themselves.
    void Basic(string value)
    {
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, bytes, out var length) || Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is not [var user, var password])
            return;
        known.AddLiteral(ValueKind.Account, user);
        known.AddLiteral(ValueKind.Credential, password);
    }

    static bool IsTelling(string address) => address.Count(c => c == ' ') >= (address.Any(char.IsDigit) ? 1 : 2) || Street().IsMatch(address);

    [GeneratedRegex("""\d{1,3}\.\d{4,18}""", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinate();

    [GeneratedRegex("""^\p{L}{5,}\s?\d+\p{L}?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Street();
}
