using Open311.Cli.Checking;
using Open311.Cli.Settings;
using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Posting;
using Open311.Conformance.Targets;

namespace Open311.Cli.Tests.Checking;

public class WriteOptionsTests
{
    const string Url = "https://city.example/v2";

    [Test]
    public async Task Reads_everything_an_operator_says_about_posting()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        var code = await console.RunAsync(rooms, "check", Url, "--allow-writes", "--production", "--max-posts", "7", "--service-code", "001", "--service-code", "a b",
            "--lat", "-43.5", "--long", "172.6", "--address", "Quay 1", "--address-id", "007", "--email", "me@example.org", "--moderated", "--non-spatial",
            "--poll-timeout", "5", "--key-in", "header:X-Key", "--extra-form", "attribute[external_id]=7");

        code.Should().Be(0, console.AllText);
        var writes = rooms.FakeSuite.Last!.Target.Writes;
        writes.Should().BeEquivalentTo(new WriteOptions
        {
            Allowed = true,
            Production = true,
            MaxPosts = 7,
            ServiceCodes = ["001", "a b"],
            Place = (-43.5m, 172.6m),
            Address = "Quay 1",
            AddressId = "007",
            Email = "me@example.org",
            Moderated = true,
            NonSpatial = true,
            PollTimeout = TimeSpan.FromSeconds(5),
            PollTimeoutGiven = true,
            KeyPlace = KeyPlace.Header,
            KeyHeader = "X-Key",
            ExtraForm = [KeyValuePair.Create("attribute[external_id]", "7")],
        });
    }

    [Test]
    public async Task Consents_to_nothing_of_its_own_accord()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        await console.RunAsync(rooms, "check", Url, "--api-key", "a-key-for-tests");
        rooms.FakeSuite.Last!.Target.Writes.Should().Match<WriteOptions>(w => !w.Allowed && !w.Production && w.MaxPosts == 40 && w.KeyPlace == KeyPlace.Form);
    }

    [TestCase("--lat", "42.1", "*--lat and --long make a place together only*")]
    [TestCase("--lat", "91", "*decimal degrees from -90 to 90*")]
    [TestCase("--lat", "4,2", "*decimal degrees*")]
    [TestCase("--max-posts", "-1", "*whole number of POSTs*")]
    [TestCase("--email", "nobody", "*no e-mail address*")]
    [TestCase("--key-in", "cookie", "*form, query, bearer, header*")]
    [TestCase("--key-in", "2", "*form, query, bearer, header*")]
    [TestCase("--key-in", "header:a b", "*form, query, bearer, header*")]
    [TestCase("--poll-timeout", "soon", "*number of seconds*")]
    public async Task Refuses_what_cannot_be_used_in_one_sentence(string option, string value, string sentence)
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        (await console.RunAsync(rooms, "check", Url, option, value)).Should().Be(2);
        console.AllText.Should().Match(sentence).And.NotContain("   at ");
        rooms.FakeSuite.Last.Should().BeNull();
    }

    [Test]
    public async Task Presets_are_settings_that_everything_else_wins_over()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        (await console.RunAsync(rooms, "check", Url, "--preset", "simple-crm", "--extra-form", "a=b")).Should().Be(0, console.AllText);
        rooms.FakeSuite.Last!.Target.Writes.Moderated.Should().BeTrue();
        rooms.FakeSuite.Last.Target.Writes.ExtraForm.Select(f => f.Key).Should().Equal("a");
        (await console.RunAsync(rooms, "check", Url, "--preset", "chicago")).Should().Be(0, console.AllText);
        rooms.FakeSuite.Last.Target.ZonelessDates.Should().BeTrue();
    }

    [Test]
    public void Every_preset_can_be_read()
    {
        Presets.Names.Should().Contain(["spot", "toronto", "ottawa", "simple-crm"]);
        foreach (var name in Presets.Names)
            Presets.Find(new RawValue(name, "--preset")).Should().NotBeNull();
    }

    [Test]
    public async Task An_unknown_preset_is_refused_with_those_there_are()
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "check", Url, "--preset", "spit")).Should().Be(2);
        console.AllText.Should().Contain("spot").And.Contain("There are:");
    }

    [Test]
    public async Task Says_nothing_about_an_endpoint_that_is_not_given()
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "check", "--allow-writes")).Should().Be(2);
        console.AllText.Should().Contain("none is given");
    }

    [Test]
    public void The_journal_has_a_line_before_and_after_each_post_and_none_without()
    {
        var folder = Directory.CreateTempSubdirectory("open311-journal-");
        try
        {
            var path = Path.Combine(folder.FullName, PostJournal.FileName);
            using (var journal = new PostJournal(path))
            {
                File.Exists(path).Should().BeFalse();
                var record = new CreatedRecord(1, "post-in-json", "abc-001", "001", DateTimeOffset.UnixEpoch, PostState.Sending);
                journal.Sending(record);
                // Read while it is open, as after a crash.
                Read(path).Should().ContainSingle().Which.Should().Contain("\"state\":\"sending\"").And.Contain("abc-001");
                journal.Answered(record with { State = PostState.Created, Status = 200, ServiceRequestId = "77" });
            }

            Read(path).Should().HaveCount(2);
            Read(path)[1].Should().Contain("\"serviceRequestId\":\"77\"");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static string[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
