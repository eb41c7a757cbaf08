using Microsoft.Extensions.Time.Testing;
using Open311.Mock.Cities;
using Open311.Mock.Life;
using Open311.Mock.Store;
using Open311.Mock.Tests.Running;

namespace Open311.Mock.Tests.Store;

public sealed class FindsByIndex
{
    static readonly Service[] Services =
        [.. Enumerable.Range(0, 5).Select(i => new Service { Code = $"s{i}", Name = $"S{i}", Jurisdictions = ["a", "b"] })];

    // The oracle is a list that is looked through; both must agree after any history of posts, clock moves and queries.
    [Test]
    public void What_looking_at_every_request_would_find([Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        var clock = new FakeTimeProvider(TestCity.Now);
        var all = new List<ServiceRequest>();
        var store = new RequestStore(clock, new StoreContent([], 1));
        for (var step = 0; step < 1500; step++)
        {
            if (random.Next(40) == 0)
                clock.Advance(TimeSpan.FromHours(random.Next(200)));
            if (random.Next(3) == 0)
            {
                Compare(store, all, clock.GetUtcNow(), random);
                continue;
            }

            var draft = store.Reserve(sequence => Made(sequence, clock.GetUtcNow(), random));
            all.Add(draft.Request);
            store.Publish(draft).Should().BeTrue();
        }

        store.Content.Requests.Select(r => r.Sequence).Should().Equal(all.Select(r => r.Sequence));
    }

    // The same questions over and over, as clients put them, while the window slides and requests come and change: what was found before
    // is given again only where it still is the answer.
    [Test]
    public void The_same_question_again_and_again_while_time_goes_by([Range(1, 6)] int seed)
    {
        var random = new Random(seed);
        var clock = new FakeTimeProvider(TestCity.Now);
        var all = new List<ServiceRequest>();
        var store = new RequestStore(clock, new StoreContent([], 1));
        (string[]? Codes, bool? Closed, int Limit)[] questions = [(null, null, 20), (["s1"], false, 1000), (["s1", "s2"], true, 5), (null, true, 1000), (["s4"], null, 3)];
        var fixedEnd = TestCity.Now.AddDays(20);
        var again = 0;
        for (var step = 0; step < 800; step++)
        {
            switch (random.Next(10))
            {
                case 0:
                    clock.Advance(TimeSpan.FromHours(random.Next(60)));
                    break;
                case 1:
                    clock.Advance(TimeSpan.FromSeconds(random.Next(30)));
                    break;
                case 2 or 3:
                    var draft = store.Reserve(sequence => Made(sequence, clock.GetUtcNow(), random));
                    all.Add(draft.Request);
                    store.Publish(draft).Should().BeTrue();
                    break;
            }

            var now = clock.GetUtcNow();
            var (codes, closed, limit) = questions[random.Next(questions.Length)];
            var end = random.Next(3) == 0 ? fixedEnd : now;
            var query = new RequestQuery("a", now.AddDays(-7), end, codes, closed, limit);

            var first = store.Find(query);
            var expected = all.Select(r => LifeState.At(r, now))
                .Where(r => r.Id.Length > 0 && r.Listed <= now && r.Jurisdiction == "a" && r.Requested >= query.From && r.Requested <= query.To
                    && (codes is null || codes.Contains(r.Service.Code)) && (closed is null || r.Closed == closed))
                .OrderByDescending(r => r.Requested).ThenByDescending(r => r.Sequence).Take(limit).Select(r => (r.Id, r.Closed, r.Updated));
            first.Select(r => (r.Id, r.Closed, r.Updated)).Should().Equal(expected);
            again += ReferenceEquals(store.Find(query), first) ? 1 : 0;
        }

        again.Should().Be(800);
    }

    [Test]
    public void Everything_again_after_the_clock_was_set_back()
    {
        var random = new Random(7);
        var clock = new Mock.Running.CityClock(new FakeTimeProvider(TestCity.Now), frozen: true);
        var store = new RequestStore(clock, new StoreContent([], 1));
        var all = Enumerable.Range(0, 3000).Select(_ =>
        {
            clock.Advance(TimeSpan.FromMinutes(random.Next(300)));
            var draft = store.Reserve(sequence => Made(sequence, clock.GetUtcNow(), random));
            store.Publish(draft);
            return draft.Request;
        }).ToList();
        var end = clock.GetUtcNow();

        foreach (var share in new[] { 0.5, 0.1, 0.9, 0, 1 })
        {
            clock.SetTo(TestCity.Now + ((end - TestCity.Now) * share));
            for (var i = 0; i < 20; i++)
                Compare(store, all, clock.GetUtcNow(), random);
        }
    }

    [Test]
    public void Nobody_is_given_an_id_or_token_that_is_taken()
    {
        var store = new RequestStore(new FakeTimeProvider(TestCity.Now), new StoreContent([], 1));
        ServiceRequest Clashing(long sequence) => Made(sequence, TestCity.Now, new Random(1)) with { Id = $"{sequence / 3}", Token = $"t{sequence / 2}", Jurisdiction = "a" };

        var drafts = Enumerable.Range(0, 100).Select(_ => store.Reserve(Clashing)).ToList();
        drafts.ForEach(d => store.Publish(d));

        drafts.Select(d => d.Request.Id).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void A_draft_of_a_time_before_a_reset_is_void()
    {
        var clock = new FakeTimeProvider(TestCity.Now);
        var store = new RequestStore(clock, new StoreContent([], 1));
        var draft = store.Reserve(sequence => Made(sequence, TestCity.Now, new Random(1)));

        store.Replace(new StoreContent([], 1), () => { });

        store.Awaits(draft).Should().BeFalse();
        store.Publish(draft).Should().BeFalse();
        store.Content.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Many_writers_and_readers_never_see_a_torn_state()
    {
        var store = new RequestStore(TimeProvider.System, new StoreContent([], 1));
        using var done = new CancellationTokenSource();
        var reading = Task.Run(() =>
        {
            var seen = 0;
            while (!done.IsCancellationRequested)
            {
                var listed = store.Find(new RequestQuery("a", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null, null, int.MaxValue));
                listed.Count.Should().BeGreaterThanOrEqualTo(seen);
                listed.Zip(listed.Skip(1)).All(p => p.First.Requested >= p.Second.Requested).Should().BeTrue();
                seen = listed.Count;
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(() =>
        {
            for (var i = 0; i < 250; i++)
                store.Publish(store.Reserve(s => Made(s, DateTimeOffset.UtcNow, new Random(w)) with { Id = $"r{s}", Jurisdiction = "a", Listed = DateTimeOffset.UtcNow.AddHours(-1) })).Should().BeTrue();
        })));
        done.Cancel();
        await reading;

        store.Find(new RequestQuery("a", DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null, null, int.MaxValue))
            .Select(r => r.Id).Should().HaveCount(2000).And.OnlyHaveUniqueItems();
    }

    static ServiceRequest Made(long sequence, DateTimeOffset now, Random random)
    {
        // Few distinct seconds, so that several share one; some posted late with an early time.
        var requested = now.AddSeconds(-random.Next(5)).AddDays(random.Next(10) == 0 ? -random.Next(30) : 0);
        var listed = random.Next(4) == 0 ? now.AddHours(random.Next(100)) : requested;
        var closes = listed.AddHours(random.Next(300));
        return new ServiceRequest
        {
            Sequence = sequence,
            Id = random.Next(10) == 0 ? "" : $"r{sequence}",
            Jurisdiction = random.Next(3) == 0 ? "b" : "a",
            Service = Services[random.Next(Services.Length)],
            Requested = requested,
            Updated = requested,
            Listed = listed,
            Course = random.Next(3) == 0 ? [] : [new LifeEvent(closes, true, "Done."), .. random.Next(2) == 0 ? [new LifeEvent(closes.AddHours(9), false, "Again.")] : Array.Empty<LifeEvent>()],
        };
    }

    static void Compare(RequestStore store, List<ServiceRequest> all, DateTimeOffset now, Random random)
    {
        var from = now.AddHours(-random.Next(1000));
        var to = from.AddHours(random.Next(1200));
        string[]? codes = random.Next(2) == 0 ? null : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"s{random.Next(7)}").Distinct()];
        bool? closed = random.Next(3) switch { 0 => true, 1 => false, _ => null };
        var query = new RequestQuery(random.Next(2) == 0 ? "a" : "b", from, to, codes, closed, random.Next(1, 200));

        var expected = all.Select(r => LifeState.At(r, now))
            .Where(r => r.Id.Length > 0 && r.Listed <= now && r.Requested <= now && r.Jurisdiction == query.Jurisdiction && r.Requested >= from && r.Requested <= to)
            .Where(r => (codes is null || codes.Contains(r.Service.Code)) && (closed is null || r.Closed == closed))
            .OrderByDescending(r => r.Requested).ThenByDescending(r => r.Sequence).Take(query.Limit);

        store.Find(query).Should().Equal(expected);
    }
}
