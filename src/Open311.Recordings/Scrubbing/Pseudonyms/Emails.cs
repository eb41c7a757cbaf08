using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing.Pseudonyms;

/// <summary>E-mail addresses: <c>resident.k3f9x2ab@example.org</c>.</summary>
static partial class Emails
{
    public const string Domain = "example.org";

    /// <summary>The part before the @; null for an address that was made here.</summary>
    public static string? Local(PseudonymBook book, string address) => Made().IsMatch(address)
        ? null
        : book.Of(ValueKind.Email, address.ToLowerInvariant(), dice => $"resident.{dice.Letters(8)}");

    [GeneratedRegex(@"^resident\.[a-z2-9]{8}@example\.org$", RegexOptions.CultureInvariant)]
    private static partial Regex Made();
}
