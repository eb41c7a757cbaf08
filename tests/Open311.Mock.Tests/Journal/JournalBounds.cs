using System.Net;
using Open311.Mock.Clients;
using Open311.Mock.Journal;

namespace Open311.Mock.Tests.Journal;

public sealed class JournalBounds
{
    [Test]
    public void The_oldest_make_room_by_number()
    {
        var journal = new CallJournal(3, 1 << 20, () => []);
        for (var i = 0; i < 10; i++)
            journal.Add(Entry($"/{i}"));
        journal.Entries.Select(e => e.Target).Should().Equal("/7", "/8", "/9");
        (journal.Total, journal.Count).Should().Be((10, 3));
    }

    [Test]
    public void The_oldest_make_room_by_bytes_and_the_newest_stays()
    {
        var journal = new CallJournal(1000, 40_000, () => []);
        for (var i = 0; i < 10; i++)
            journal.Add(Entry($"/{i}", 10_000));
        journal.Bytes.Should().BeLessThanOrEqualTo(40_000);
        journal.Entries[^1].Target.Should().Be("/9");
        new CallJournal(1000, 10, () => []).Add(Entry("/only", 10_000)).Should().Be(1);
    }

    [Test]
    public void Of_large_bodies_the_beginning_is_kept()
    {
        var kept = KeptBody.Of(new byte[1_000_000]);
        (kept.Bytes.Length, kept.Length, kept.IsCut).Should().Be((KeptBody.Most, 1_000_000, true));
    }

    [Test]
    public void A_filter_and_a_limit_choose()
    {
        var journal = new CallJournal(100, 1 << 20, () => []);
        for (var i = 0; i < 10; i++)
            journal.Add(Entry($"/{i % 2}"));
        journal.Select(new JournalFilter(After: 4, Path: "/1"), 2).Select(e => e.Number).Should().Equal(6, 8);
    }

    [Test]
    public void Off_keeps_nothing_but_the_count()
    {
        var journal = new CallJournal(0, 1 << 20, () => []);
        journal.Add(Entry("/"));
        (journal.Total, journal.Count).Should().Be((1, 0));
    }

    internal static JournalEntry Entry(string target, int body = 0) => new()
    {
        At = DateTimeOffset.UnixEpoch,
        Method = "GET",
        Target = target,
        Version = "HTTP/1.1",
        Client = new ClientKey(IPAddress.Loopback, "test"),
        Headers = [],
        Body = KeptBody.Of(new byte[body]),
        Status = 200,
    };
}
