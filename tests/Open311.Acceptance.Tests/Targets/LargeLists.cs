using System.Text;

namespace Open311.Acceptance.Tests.Targets;

/// <summary>Service lists of a size no city has.</summary>
internal static class LargeLists
{
    /// <summary>Well-formed lists in both formats, of as many services as fit; by whether it is JSON.</summary>
    /// <param name="mebibytes">How large.</param>
    /// <param name="padding">Characters of each service's name: few make many nodes.</param>
    public static Func<bool, byte[]> Of(int mebibytes, int padding)
    {
        var name = new string('x', padding);
        var xml = Repeat(
            mebibytes, "<?xml version=\"1.0\" encoding=\"utf-8\"?><services>", $"<service><service_code>1</service_code><service_name>{name}</service_name><metadata>false</metadata></service>", "</services>", "");
        var json = Repeat(mebibytes, "[", $"{{\"service_code\":\"1\",\"service_name\":\"{name}\",\"metadata\":false}}", "]", ",");
        return isJson => isJson ? json : xml;
    }

    static byte[] Repeat(int mebibytes, string head, string item, string tail, string separator)
    {
        var count = ((mebibytes * Wire.Mebibyte) - head.Length - tail.Length) / (item.Length + separator.Length);
        var text = new StringBuilder(head, mebibytes * Wire.Mebibyte);
        for (var i = 0; i < count; i++)
            text.Append(i == 0 ? "" : separator).Append(item);
        return Encoding.UTF8.GetBytes(text.Append(tail).ToString());
    }
}
