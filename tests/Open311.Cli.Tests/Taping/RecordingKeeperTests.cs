using Open311.Cli.Taping;
using Open311.Cli.Tests.Fakes;
using Open311.Recordings.Storing;

namespace Open311.Cli.Tests.Taping;

public sealed class RecordingKeeperTests
{
    static readonly ScrubChoice usual = new(IsOff: false, Seed: null, Keep: []);

    static Recording Unreadable => TapedCity.Tiny with
    {
        Cassette = new([TapedCity.Tiny.Cassette.Takes[0] with { ResponseBody = """[{"email":"jane.roe@mail.exa"""u8.ToArray() }]),
    };

    [Test]
    public async Task Takes_personal_data_out_and_says_what_was_replaced()
    {
        using var console = new FakeConsole();
        var path = Path.Combine(console.WorkingDirectory, "city");

        (await new RecordingKeeper(console).KeepAsync(TapedCity.Tiny, path, force: false, null, usual)).Should().Be(0);

        Texts(path).Should().NotBeEmpty().And.OnlyContain(t => !t.Contains("jane.roe", StringComparison.OrdinalIgnoreCase));
        RecordingFolder.ReadInfo(path).Scrubbed!.Kept.Should().BeEmpty();
        console.OutText.ToString().Should().Contain("e-mail in email: 1 times").And.Contain("answer /0/email").And.NotContain("jane");
    }

    [Test]
    public async Task Draws_replacements_by_chance_unless_a_seed_is_given()
    {
        using var console = new FakeConsole();
        async Task<string> BodyAsync(string name, long? seed)
        {
            var path = Path.Combine(console.WorkingDirectory, name);
            (await new RecordingKeeper(console).KeepAsync(TapedCity.Tiny, path, force: false, null, usual with { Seed = seed })).Should().Be(0);
            return string.Concat(Texts(path).Where(t => t.StartsWith('[')));
        }

        (await BodyAsync("a", 1)).Should().Be(await BodyAsync("b", 1)).And.NotBe(await BodyAsync("c", 2));
        (await BodyAsync("d", null)).Should().NotBe(await BodyAsync("e", null));
    }

    [Test]
    public async Task Keeps_what_it_is_told_to_keep()
    {
        using var console = new FakeConsole();
        var path = Path.Combine(console.WorkingDirectory, "city");

        (await new RecordingKeeper(console).KeepAsync(TapedCity.Tiny, path, force: false, null, usual with { Keep = ["email"] })).Should().Be(0);

        Texts(path).Should().Contain(t => t.Contains("\"email\":\"jane.roe@mail.example\"", StringComparison.Ordinal));
        RecordingFolder.ReadInfo(path).Scrubbed!.Kept.Should().Equal("email");
    }

    [Test]
    public async Task Says_that_nothing_was_taken_out_when_told_so()
    {
        using var console = new FakeConsole();
        var path = Path.Combine(console.WorkingDirectory, "city");

        (await new RecordingKeeper(console).KeepAsync(TapedCity.Tiny, path, force: false, null, usual with { IsOff = true })).Should().Be(0);

        RecordingFolder.ReadInfo(path).Scrubbed.Should().BeNull();
        console.OutText.ToString().Should().Contain("Not scrubbed");
    }

    [Test]
    public async Task Writes_nothing_when_a_body_cannot_be_read()
    {
        using var console = new FakeConsole();
        var path = Path.Combine(console.WorkingDirectory, "city");

        (await new RecordingKeeper(console).KeepAsync(Unreadable, path, force: false, null, usual)).Should().Be(3);

        Path.Exists(path).Should().BeFalse();
        console.ErrorText.ToString().Should().Contain("call 1, answer").And.Contain("--no-scrub").And.NotContain("jane");
    }

    static IReadOnlyList<string> Texts(string path) => [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(File.ReadAllText)];
}
