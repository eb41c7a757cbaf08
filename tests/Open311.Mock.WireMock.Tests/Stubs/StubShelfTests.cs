using Open311.Mock.WireMock.Matching;
using Open311.Mock.WireMock.Stubs;
using WireMock.Server;
using WireMock.Settings;

namespace Open311.Mock.WireMock.Tests.Stubs;

public sealed class StubShelfTests
{
    readonly List<string> told = [];
    StubDirectory folder = null!;
    WireMockServer server = null!;
    HttpClient client = null!;

    [SetUp]
    public void Start()
    {
        told.Clear();
        folder = new StubDirectory();
        server = WireMockServer.Start(new WireMockServerSettings { CustomMatcherMappings = BoundedMatchers.Makers(told.Add), FileSystemHandler = new StubFiles(folder.FullPath) });
        client = new HttpClient { BaseAddress = new Uri(server.Url!) };
    }

    [TearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
        folder.Dispose();
    }

    static string Stub(string path, string body, string more = "") => $$"""{"Request":{"Path":"{{path}}"},"Response":{"Body":"{{body}}"}{{more}}}""";

    StubShelf Shelf()
    {
        var files = new StubFiles(folder.FullPath);
        var shelf = new StubShelf(StubFolder.Open(folder.FullPath), new StubReader(files), new StubRegister(server), told.Add);
        shelf.Fill();
        return shelf;
    }

    static void LookTwice(StubShelf shelf)
    {
        shelf.Look();
        shelf.Look();
    }

    async Task<string> AskAsync(string path)
    {
        var answer = await client.GetAsync(path);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : $"{(int)answer.StatusCode}";
    }

    [Test]
    public async Task Files_that_change_come_or_go_are_served_as_they_are_now()
    {
        folder.Write("a.json", Stub("/a", "one"));
        folder.Write("b.json", Stub("/b", "two"));
        var shelf = Shelf();
        folder.Write("a.json", Stub("/a", "three"));
        folder.Write("c.json", Stub("/c", "four"));
        folder.Delete("b.json");

        LookTwice(shelf);

        (await AskAsync("/a")).Should().Be("three");
        (await AskAsync("/b")).Should().Be("404");
        (await AskAsync("/c")).Should().Be("four");
        server.Mappings.Should().HaveCount(2);
        told.Should().Equal("The stubs have changed: 2 in 2 files are served now.");
    }

    [Test]
    public async Task A_file_is_read_only_once_it_stands_still()
    {
        folder.Write("a.json", Stub("/a", "one"));
        var shelf = Shelf();
        folder.Write("a.json", Stub("/a", "two")[..^1]);
        shelf.Look();
        folder.Write("a.json", Stub("/a", "two"));
        shelf.Look();

        (await AskAsync("/a")).Should().Be("one");
        shelf.Look();

        (await AskAsync("/a")).Should().Be("two");
        told.Should().Equal("The stubs have changed: 1 in 1 file are served now.");
    }

    [Test]
    public async Task A_broken_file_goes_on_in_its_last_good_edition_and_is_told_once()
    {
        folder.Write("a.json", Stub("/a", "one"));
        folder.Write("b.json", Stub("/b", "two"));
        var shelf = Shelf();
        folder.Write("a.json", """{"Request":{},"Response":{}}""");
        folder.Write("b.json", Stub("/b", "three"));
        folder.Write("c.json", "no");

        LookTwice(shelf);
        LookTwice(shelf);

        (await AskAsync("/a")).Should().Be("one");
        (await AskAsync("/b")).Should().Be("three");
        told.Should().HaveCount(3);
        told[0].Should().StartWith("a.json").And.EndWith("Its last good edition goes on.");
        told[1].Should().StartWith("c.json").And.EndWith("It is left out.");
        told[2].Should().Contain("2 in 2 files");
    }

    [Test]
    public async Task A_file_of_which_one_mapping_is_broken_is_not_taken_in_by_halves()
    {
        folder.Write("a.json", Stub("/a", "one"));
        var shelf = Shelf();
        folder.Write("a.json", $"[{Stub("/a", "two")},{Stub("/b", "three")},{Stub("b", "four")}]");

        LookTwice(shelf);

        (await AskAsync("/a")).Should().Be("one");
        (await AskAsync("/b")).Should().Be("404");
        server.Mappings.Should().HaveCount(1);
    }

    [Test]
    public async Task Of_two_alike_the_later_by_name_wins_also_after_the_earlier_has_changed()
    {
        folder.Write("a.json", Stub("/x", "a"));
        folder.Write("b.json", Stub("/x", "b"));
        var shelf = Shelf();

        (await AskAsync("/x")).Should().Be("b");
        folder.Write("a.json", Stub("/x", "changed"));
        LookTwice(shelf);

        (await AskAsync("/x")).Should().Be("b");
    }

    [Test]
    public void One_guid_in_two_files_is_refused()
    {
        const string Guid = ""","Guid":"3fa85f64-5717-4562-b3fc-2c963f66afa6" """;
        folder.Write("a.json", Stub("/a", "a", Guid));
        folder.Write("b.json", Stub("/b", "b", Guid));

        var filling = () => Shelf();

        filling.Should().Throw<StubException>().Which.Message.Should().Contain("b.json, mapping 1").And.Contain("a.json, mapping 1");
    }

    [Test]
    public async Task A_disabled_mapping_does_not_answer()
    {
        folder.Write("a.json", Stub("/a", "a", ""","IsDisabled":true"""));
        Shelf();

        (await AskAsync("/a")).Should().Be("404");
    }

    [Test]
    public void A_folder_that_goes_away_is_told_once_and_the_stubs_go_on()
    {
        folder.Write("a.json", Stub("/a", "a"));
        var shelf = Shelf();
        Directory.Move(folder.FullPath, folder.FullPath + "-away");
        try
        {
            LookTwice(shelf);
            LookTwice(shelf);
        }
        finally
        {
            Directory.Move(folder.FullPath + "-away", folder.FullPath);
        }

        told.Should().ContainSingle().Which.Should().EndWith("The stubs go on as they were.");
        server.Mappings.Should().HaveCount(1);
    }

    [TestCase("""{"Name":"RegexMatcher","Pattern":"^/(a+)+$"}""")]
    [TestCase("""{"Name":"RegexMatcher","Pattern":"^/(?=(a+)+$)x"}""")]
    [TestCase("""{"Name":"WildcardMatcher","Pattern":"/*a*a*a*a*a*a*a*a*a*a*a*b"}""")]
    public async Task A_pattern_that_explodes_is_bounded(string matcher)
    {
        folder.Write("a.json", $$$"""{"Request":{"Path":{"Matchers":[{{{matcher}}}]}},"Response":{"Body":"a"}}""");
        Shelf();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        (await AskAsync("/" + new string('a', 2000) + "!")).Should().Be("404");

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5), "WireMock.Net itself allows ten seconds");
    }
}
