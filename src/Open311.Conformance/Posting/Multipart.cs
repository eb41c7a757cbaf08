using System.Text;

namespace Open311.Conformance.Posting;

/// <summary>Writes a form with files as multipart/form-data (RFC 7578).</summary>
static class Multipart
{
    // One transparent pixel.
    static readonly byte[] image = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static string ContentType(string nonce) => $"multipart/form-data; boundary={Boundary(nonce)}";

    public static byte[] Write(IReadOnlyList<KeyValuePair<string, string>> fields, IReadOnlyList<string> files, string nonce)
    {
        using var body = new MemoryStream();
        void Add(string text) => body.Write(Encoding.UTF8.GetBytes(text));
        foreach (var (name, value) in fields)
            Add($"--{Boundary(nonce)}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        for (var i = 0; i < files.Count; i++)
        {
            Add($"--{Boundary(nonce)}\r\nContent-Disposition: form-data; name=\"{files[i]}\"; filename=\"open311-test-{i + 1}.png\"\r\nContent-Type: image/png\r\n\r\n");
            body.Write(image);
            Add("\r\n");
        }

        Add($"--{Boundary(nonce)}--\r\n");
        return body.ToArray();
    }

    static string Boundary(string nonce) => $"open311-{nonce}";
}
