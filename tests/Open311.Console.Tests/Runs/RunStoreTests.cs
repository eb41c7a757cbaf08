using Open311.WebConsole.Engine;
using Open311.WebConsole.Runs;
using Open311.WebConsole.Tests.Fakes;

namespace Open311.WebConsole.Tests.Runs;

public sealed class RunStoreTests
{
    DirectoryInfo folder = null!;

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("open311-store-");

    [TearDown]
    public void Remove() => folder.Delete(recursive: true);

    [Test]
    public void What_went_on_when_the_process_died_is_interrupted_and_the_rest_is_as_it_was()
    {
        var now = new DateTimeOffset(2026, 5, 20, 9, 30, 0, TimeSpan.Zero);
        var (waits, goes, done) = (RowId.New(), RowId.New(), RowId.New());
        using (var store = RunStore.Open(folder, now))
        {
            foreach (var id in (string[])[waits, goes, done])
                store.Add(Row(id, now));
            store.Start(goes);
            store.Start(done);
            store.Finish(done, RunState.Done, now.AddMinutes(1), new CheckEnd(Conformance.Findings.RunOutcome.Nonconformant, "Does not conform", ["a", "b"], []), "");
        }

        using var again = RunStore.Open(folder, now.AddHours(1));

        again.Find(waits)!.State.Should().Be(RunState.Interrupted);
        again.Find(goes)!.Should().BeEquivalentTo(Row(goes, now) with { State = RunState.Interrupted, Finished = now.AddHours(1) });
        again.Find(done)!.Should().BeEquivalentTo(Row(done, now) with
        {
            State = RunState.Done,
            Finished = now.AddMinutes(1),
            Outcome = Conformance.Findings.RunOutcome.Nonconformant,
            Words = "Does not conform",
            Summary = "a\nb",
        });
    }

    [Test]
    public void A_run_is_forgotten_with_every_comparison_it_is_in()
    {
        var now = DateTimeOffset.UnixEpoch;
        using var store = RunStore.Open(folder, now);
        var (one, two, three) = (RowId.New(), RowId.New(), RowId.New());
        foreach (var id in (string[])[one, two, three])
            store.Add(Row(id, now));
        var (gone, stays) = (RowId.New(), RowId.New());
        store.Add(new ComparisonRow(gone, now, [one, two], "one, two"));
        store.Add(new ComparisonRow(stays, now, [two, three], "two, three"));

        store.Delete(one).Should().Equal(gone);

        store.Find(one).Should().BeNull();
        store.Comparisons().Select(c => c.Id).Should().Equal(stays);
    }

    [Test]
    public async Task One_folder_serves_one_console()
    {
        await using var console = await OpenConsole.StartAsync(new FakeChecks(), folder: folder);

        var second = () => OpenConsole.StartAsync(new FakeChecks(), folder: folder);

        (await second.Should().ThrowAsync<ConsoleException>()).WithMessage("*another console uses it*");
    }

    [Test]
    public void A_file_that_is_none_of_ours_is_told_in_a_sentence()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "console.db"), "this is no database, and long enough that nobody could take it for one: " + new string('x', 2000));

        FluentActions.Invoking(() => RunStore.Open(folder, DateTimeOffset.UnixEpoch)).Should().Throw<ConsoleException>().WithMessage("*console.db*cannot be used*");
    }

    static RunRow Row(string id, DateTimeOffset created) =>
        new() { Id = id, Url = "https://example.org/v2", Terms = new CheckTerms("a, b", "read-xml", "citysdk", "de", true), State = RunState.Queued, Created = created };
}
