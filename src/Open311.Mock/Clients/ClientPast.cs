using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Open311.Mock.Questions;

namespace Open311.Mock.Clients;

/// <summary>Remembers what clients did, within bounds: when there are too many of a kind, all of that kind are forgotten.</summary>
internal sealed class ClientPast
{
    const int Most = 4096;

    const int MostPosted = 16;

    static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly Lock remembering = new();
    readonly Dictionary<(ClientKey, string), Visits> visits = [];
    readonly Dictionary<ClientKey, ClientRecord> clients = [];
    readonly Dictionary<string, TokenRecord> tokens = [];
    long tokensGiven;

    /// <summary>Takes a call down, and tells what there was before.</summary>
    /// <param name="call">The call, answered.</param>
    /// <param name="token">The token that the answer gave; null for none.</param>
    public Past Enter(ClientCall call, string? token)
    {
        lock (remembering)
        {
            var client = Of(clients, call.Client, static () => new ClientRecord());
            var sameUrl = 0;
            var notFound = 0;
            if (call.IsRead)
                (sameUrl, notFound) = Visit(call, client);
            if (call.Question.Place == Place.Services && call.IsRead)
                client.ListRead = true;
            var (lists, before) = call.IsReport ? Post(call, client) : (0, false);
            var (since, isToken) = Token(call);
            if (token is not null)
            {
                tokensGiven++;
                Remember(token, call.Client);
            }

            return new Past(sameUrl, notFound, lists, before, since, isToken);
        }
    }

    /// <summary>How many tokens were given out, and those that nobody asked for.</summary>
    public (long Given, IReadOnlyList<string> Unasked) Tokens()
    {
        lock (remembering)
            return (tokensGiven, [.. tokens.Where(t => t.Value.Asked is null).Select(t => t.Key)]);
    }

    public void Forget()
    {
        lock (remembering)
        {
            visits.Clear();
            clients.Clear();
            tokens.Clear();
            tokensGiven = 0;
        }
    }

    void Remember(string token, ClientKey client) => Of(tokens, token, () => new TokenRecord(client));

    (int SameUrl, int NotFound) Visit(ClientCall call, ClientRecord client)
    {
        var visit = Of(visits, (call.Client, call.Target), static () => new Visits());
        if (call.At - visit.WindowStart > Window || visit.Epoch != client.Epoch)
            (visit.WindowStart, visit.Count, visit.Epoch) = (call.At, 0, client.Epoch);
        visit.Count++;
        var told = visit.Count > Rules.Past.NoPolling.Most && call.At - visit.Told < Window;
        if (visit.Count > Rules.Past.NoPolling.Most && !told)
            visit.Told = call.At;
        if (call.Status == 404)
        {
            if (call.At - visit.NotFoundStart > Minute)
                (visit.NotFoundStart, visit.NotFound) = (call.At, 0);
            visit.NotFound++;
        }

        // Told once in ten seconds: a load test would hear of nothing else.
        return (told ? 0 : visit.Count, visit.NotFound);
    }

    static (int Lists, bool Before) Post(ClientCall call, ClientRecord client)
    {
        client.Epoch++;
        client.ListsBeforePosts = client.ListRead ? client.ListsBeforePosts + 1 : 0;
        client.ListRead = false;
        if (call.Status is not (200 or 201))
            return (client.ListsBeforePosts, false);
        var sent = call.Body.Bytes.IsEmpty ? Encoding.UTF8.GetBytes(call.Target) : call.Body.Bytes.Span;
        var hash = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(sent));
        var before = client.Posted.Any(p => p.Hash == hash && call.At - p.At < Minute);
        client.Posted.Enqueue((hash, call.At));
        if (client.Posted.Count > MostPosted)
            client.Posted.Dequeue();
        return (client.ListsBeforePosts, before);
    }

    (TimeSpan? Since, bool IsToken) Token(ClientCall call)
    {
        if (call.Question.Place is not (Place.Token or Place.Request) || !tokens.TryGetValue(call.Question.Key, out var record))
            return (null, false);
        if (call.Question.Place == Place.Request)
            return (null, true);
        var since = call.At - record.Asked;
        record.Asked = call.At;
        return (since, true);
    }

    static TValue Of<TKey, TValue>(Dictionary<TKey, TValue> all, TKey key, Func<TValue> make)
        where TKey : notnull
    {
        if (all.TryGetValue(key, out var found))
            return found;
        if (all.Count >= Most)
            all.Clear();
        return all[key] = make();
    }
}
