using System.Net;
using System.Text;
using Open311.Recordings.Exporting;

namespace Open311.Mock.WireMock.Tests.Export;

/// <summary>Asks a stub server everything, and holds its answers against the takes, byte for byte.</summary>
internal static class Proof
{
    public static async Task AskAsync(Uri origin, bool knowsReasons)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        foreach (var (method, target, type, body, number) in RecordedCalls.Asked)
        {
            // The text of the URL as it stands: Uri would undo some of its encoding.
            var url = new Uri($"{origin.OriginalString.TrimEnd('/')}/open311/v2/{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            using var request = new HttpRequestMessage(new HttpMethod(method), url);
            if (type is not null)
            {
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }

            using var answer = await client.SendAsync(request);
            var because = $"{method} {target} {body} is answered by take {number}";
            if (number == 0)
            {
                answer.StatusCode.Should().Be(HttpStatusCode.NotFound, because);
                continue;
            }

            var take = RecordedCalls.Cassette.Takes[number - 1];
            ((int)answer.StatusCode).Should().Be(take.Status, because);
            (await answer.Content.ReadAsByteArrayAsync()).Should().Equal(take.ResponseBody.ToArray(), because);
            if (knowsReasons)
                answer.ReasonPhrase.Should().Be(take.Reason, because);
            var lines = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated).SelectMany(h => h.Value.Select(v => (h.Key, v))).ToArray();
            foreach (var header in take.ResponseHeaders.Where(h => h.Name is "X-Way" or "Content-Type" or "Location").GroupBy(h => h.Name))
                lines.Where(l => l.Key == header.Key).Select(l => l.v).Should().Equal(header.Select(h => h.Value), because);
            lines.Count(l => l.Key == "Date").Should().BeLessThanOrEqualTo(1, because);
        }
    }

    /// <summary>Writes an export into a folder.</summary>
    public static void Write(ExportResult export, string folder)
    {
        foreach (var file in export.Files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes.ToArray());
        }
    }
}
