using System.IO.Compression;
using System.Net;
using Open311.WebConsole.Tests.Fakes;

namespace Open311.WebConsole.Tests.Guarding;

/// <summary>Upload bombs.</summary>
public sealed class UploadTests
{
    const int Most = 1024 * 1024;

    [Test]
    public async Task A_zip_that_swells_is_not_unpacked()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();

        using var answer = await visitor.UploadAsync("bomb.zip", Zip("manifest.json", 200 * 1024 * 1024));

        (await answer.Content.ReadAsStringAsync()).Should().Contain("does not verify").And.Contain("The zip is a bomb");
        Kept(console).Should().BeEmpty();
    }

    [Test]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_kept()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks(), o => o with { MostUpload = Most });
        using var visitor = console.Visit();
        var form = new MultipartFormDataContent { { new StringContent("x"), "form-token" }, { new ByteArrayContent(new byte[2 * Most]), "bundle", "large.zip" } };
        var message = new HttpRequestMessage(HttpMethod.Post, "/verify") { Content = form };
        message.Headers.Add("Origin", visitor.Address.GetLeftPart(UriPartial.Authority));
        // Asked first, so that the answer comes instead of a broken connection.
        message.Headers.ExpectContinue = true;

        using var answer = await visitor.SendAsync(message);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        Kept(console).Should().BeEmpty();
    }

    [Test]
    public async Task A_form_without_a_file_may_not_be_as_large_as_one_with_a_file()
    {
        var checks = new FakeChecks();
        await using var console = await OpenConsole.StartAsync(checks);
        using var visitor = console.Visit();
        var message = visitor.Form("/checks", ("url", new string('x', 300 * 1024)), ("form-token", await visitor.TokenAsync("/checks/new")));
        message.Headers.ExpectContinue = true;

        using var answer = await visitor.SendAsync(message);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        checks.Forms.Should().BeEmpty();
    }

    [Test]
    public async Task Thousands_of_fields_are_refused()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();

        using var answer = await visitor.SendAsync(visitor.Form("/checks", [.. Enumerable.Range(0, 2000).Select(n => ($"f{n}", "1"))]));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [TestCase("not a zip at all")]
    [TestCase("")]
    public async Task What_is_no_bundle_is_told_in_a_sentence_and_not_kept(string content)
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks());
        using var visitor = console.Visit();

        using var answer = await visitor.UploadAsync("x.zip", System.Text.Encoding.UTF8.GetBytes(content));

        var page = await answer.Content.ReadAsStringAsync();
        page.Should().Contain(content.Length == 0 ? "No bundle was chosen" : "does not verify").And.NotContain("Exception");
        Kept(console).Should().BeEmpty();
    }

    static IEnumerable<FileInfo> Kept(OpenConsole console) => console.Folder.GetFiles("*.zip", SearchOption.AllDirectories);

    static byte[] Zip(string name, int length)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open())
        {
            for (var written = 0; written < length; written += 1024 * 1024)
                entry.Write(new byte[1024 * 1024]);
        }

        return output.ToArray();
    }
}
