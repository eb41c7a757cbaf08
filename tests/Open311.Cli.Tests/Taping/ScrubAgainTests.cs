using Open311.Cli.Tests.Fakes;
using Open311.Recordings.Storing;

namespace Open311.Cli.Tests.Taping;

public sealed class ScrubAgainTests
{
    [Test]
    public async Task A_scrubbed_recording_is_scrubbed_again_only_when_that_is_said()
    {
        using var console = new FakeConsole();
        RecordingFolder.Write(Path.Combine(console.WorkingDirectory, "rec"), TapedCity.Tiny);
        (await console.RunAsync(new FakeRooms(), "recording", "scrub", "rec", "--out", "once", "--keep", "email")).Should().Be(0, console.AllText);

        (await console.RunAsync(new FakeRooms(), "recording", "scrub", "once", "--out", "twice")).Should().Be(2);
        console.ErrorText.ToString().Should().Contain("'once' is scrubbed already, and email was kept.").And.Contain("--again");
        Path.Exists(Path.Combine(console.WorkingDirectory, "twice")).Should().BeFalse();

        (await console.RunAsync(new FakeRooms(), "recording", "scrub", "once", "--out", "twice", "--again")).Should().Be(0, console.AllText);
        RecordingFolder.ReadInfo(Path.Combine(console.WorkingDirectory, "twice")).Scrubbed!.Kept.Should().BeEmpty();
        Directory.EnumerateFiles(Path.Combine(console.WorkingDirectory, "twice"), "*", SearchOption.AllDirectories).Select(File.ReadAllText).Should().OnlyContain(t => !t.Contains("jane.roe", StringComparison.Ordinal));
    }
}
