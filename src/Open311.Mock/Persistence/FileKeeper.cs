using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Open311.Mock.Running;
using Open311.Mock.Store;

namespace Open311.Mock.Persistence;

/// <summary>
/// Keeps new requests in a data file. One thread writes; whatever waits while it writes goes into its next commit together, so that
/// many posts at once cost few disk flushes. A request can be read once it is on the disk, and not before.
/// </summary>
internal sealed class FileKeeper : IRequestKeeper, IAsyncDisposable
{
    const int MostPerCommit = 1024;

    readonly Channel<KeepingWork> queue = Channel.CreateUnbounded<KeepingWork>(new UnboundedChannelOptions { SingleReader = true });
    readonly DataFile file;
    readonly RequestStore store;
    readonly CityClock clock;
    readonly string city;
    readonly Task writing;

    public FileKeeper(DataFile file, string city, RequestStore store, CityClock clock)
    {
        (this.file, this.city, this.store, this.clock) = (file, city, store, clock);
        writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public (ServiceRequest Request, Task Kept) Keep(Func<long, ServiceRequest> make)
    {
        var draft = store.Reserve(make);
        return (draft.Request, Enqueue(new KeepingWork.Post(draft, DataFile.Write(draft.Request))));
    }

    /// <summary>Keeps how the clock stands; done when the task is.</summary>
    public Task KeepClockAsync() => Enqueue(new KeepingWork.Clock(clock.Setting));

    /// <summary>Puts another state in the place of everything, in the file and then in the store and on the clock.</summary>
    public Task ReplaceAsync(KeptCity kept) => Enqueue(new KeepingWork.Replacement(kept));

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writing;
        file.Dispose();
    }

    Task Enqueue(KeepingWork work)
    {
        if (!queue.Writer.TryWrite(work))
            work.Done.SetException(new CityException("The city is closing and keeps nothing any more."));
        return work.Done.Task;
    }

    void Write()
    {
        var batch = new List<KeepingWork>();
        try
        {
            while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                BringAll(batch);
        }
        catch (Exception e)
        {
            // A mistake of ours must not leave anybody waiting.
            var failure = new CityException("The city can keep nothing any more, because of a mistake of its own. Start it again.", e);
            queue.Writer.TryComplete();
            foreach (var work in batch)
                work.Done.TrySetException(failure);
            while (queue.Reader.TryRead(out var work))
                work.Done.TrySetException(failure);
            throw;
        }
    }

    void BringAll(List<KeepingWork> batch)
    {
        batch.Clear();
        while (batch.Count < MostPerCommit && queue.Reader.TryRead(out var work))
        {
            batch.Add(work);
            if (work is not KeepingWork.Replacement replacement)
                continue;
            // A replacement ends what came before it and is a commit of its own.
            Bring(batch[..^1]);
            Bring(replacement);
            batch.Clear();
        }

        Bring(batch);
    }

    void Bring(List<KeepingWork> batch)
    {
        var current = batch.Where(w => w is not KeepingWork.Post post || store.Awaits(post.Draft)).ToArray();
        foreach (var stale in batch.Except(current))
            stale.Done.SetException(new CityException("The city was reset while this request was on its way. Send it again."));
        if (current.Length == 0)
            return;
        if (Failure(() => file.Commit(() => Put(current))) is { } failure)
        {
            foreach (var work in current)
            {
                if (work is KeepingWork.Post post)
                    store.Withdraw(post.Draft);
                work.Done.SetException(failure);
            }

            return;
        }

        foreach (var work in current)
        {
            if (work is KeepingWork.Post post)
                store.Publish(post.Draft);
            work.Done.SetResult();
        }
    }

    void Bring(KeepingWork.Replacement work)
    {
        if (Failure(() => file.Replace(city, work.City)) is { } failure)
        {
            work.Done.SetException(failure);
            return;
        }

        store.Replace(work.City.Content, () => clock.Apply(work.City.Clock));
        work.Done.SetResult();
    }

    void Put(IEnumerable<KeepingWork> batch)
    {
        foreach (var work in batch)
        {
            if (work is KeepingWork.Post post)
                file.Insert(post.Draft.Request.Sequence, post.State);
            else if (work is KeepingWork.Clock moved)
                file.SetClock(moved.Setting);
        }
    }

    CityException? Failure(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (SqliteException e)
        {
            return new CityException($"Nothing was kept. {DataFile.Explained(file.Path, e)}", e);
        }
    }
}
