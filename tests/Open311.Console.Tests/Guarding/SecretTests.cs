using System.Text;
using Open311.WebConsole.Tests.Fakes;

namespace Open311.WebConsole.Tests.Guarding;

public sealed class SecretTests
{
    const string Key = "k3y-that-nobody-may-see-7731";

    [Test]
    public async Task A_key_is_neither_shown_nor_kept()
    {
        await using var console = await OpenConsole.StartRealAsync();
        using var visitor = console.Visit();
        using var opened = await visitor.PostAsync("/cities", "/cities");
        var endpoint = System.Text.RegularExpressions.Regex.Match(await visitor.ReadAsync(opened.Headers.Location!.OriginalString), "<dd>(http://[^<]+)</dd>").Groups[1].Value;

        var run = await visitor.CheckAsync(endpoint, ("key", Key), ("class", "discovery"));
        var page = await visitor.EndOfAsync(run);
        using var refused = await visitor.PostAsync("/checks/new", "/checks", ("url", "no address"), ("key", Key));

        page.Should().Contain("Read the report").And.NotContain(Key);
        (await refused.Content.ReadAsStringAsync()).Should().NotContain(Key);
        console.Told.Should().BeEmpty();
        foreach (var file in console.Folder.GetFiles("*", SearchOption.AllDirectories).Where(f => f.Name != "console.lock"))
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(stream, Encoding.Latin1);
            (await text.ReadToEndAsync()).Should().NotContain(Key, file.Name);
        }
    }

    [TestCase("https://user:pa55word@example.org/v2")]
    [TestCase("ftp://example.org/")]
    [TestCase("http://")]
    [TestCase("http://127.0.0.1:9/")]
    [TestCase("http://localhost/")]
    [TestCase("http://[::1]/")]
    [TestCase("http://169.254.169.254/latest/meta-data")]
    [TestCase("http://0x7f.1/")]
    [TestCase("http://2130706433/")]
    public async Task An_address_that_may_not_be_asked_is_refused_in_a_sentence(string url)
    {
        await using var console = await OpenConsole.StartRealAsync();
        using var visitor = console.Visit();

        using var answer = await visitor.PostAsync("/checks/new", "/checks", ("url", url));

        ((int)answer.StatusCode).Should().Be(422);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("role=\"alert\"").And.NotContain("pa55word").And.NotContain("Exception");
    }
}
