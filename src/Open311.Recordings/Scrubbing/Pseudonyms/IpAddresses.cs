using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Pseudonyms;

/// <summary>IP addresses: those of the network for benchmarks (RFC 2544, 198.18.0.0/15), and of documentation (RFC 3849, 2001:db8::/32).</summary>
static partial class IpAddresses
{
    public static List<Edit> Edits(PseudonymBook book, string text, int start, int end)
    {
        var edits = new List<Edit>();
        foreach (Match match in Address().Matches(text[start..end]))
        {
            if (!IPAddress.TryParse(match.Value, out var address) || IPAddress.IsLoopback(address))
                continue;
            var made = book.Of(ValueKind.IpAddress, address.ToString(), dice => address.AddressFamily == AddressFamily.InterNetwork
                ? $"198.{18 + dice.Below(2)}.{dice.Below(256)}.{1 + dice.Below(254)}"
                : $"2001:db8:{dice.Below(65536):x}:{dice.Below(65536):x}:{dice.Below(65536):x}:{dice.Below(65536):x}:{dice.Below(65536):x}:{1 + dice.Below(65535):x}");
            edits.Add(new Edit(start + match.Index, start + match.Index + match.Length, made));
        }

        return edits;
    }

    [GeneratedRegex("""(?<![\p{L}\p{N}_.])(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?:(?:\d{1,3}\.){3}\d{1,3})?)(?![\p{L}\p{N}_])""", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
