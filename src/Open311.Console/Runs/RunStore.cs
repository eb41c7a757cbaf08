using System.Globalization;
using Microsoft.Data.Sqlite;
using Open311.Conformance.Findings;
using Open311.WebConsole.Engine;

namespace Open311.WebConsole.Runs;

/// <summary>The runs and comparisons of a data folder, in a SQLite file. Safe for use by several threads.</summary>
internal sealed class RunStore : IDisposable
{
    const string FileName = "console.db";
    const int Version = 1;
    const int MostListed = 200;

    readonly Lock gate = new();
    readonly SqliteConnection connection;

    RunStore(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens the file of a folder, or makes it. What went on when its console ended is interrupted from now on.</summary>
    /// <exception cref="ConsoleException">It cannot be used.</exception>
    public static RunStore Open(DirectoryInfo folder, DateTimeOffset now)
    {
        var path = Path.Combine(folder.FullName, FileName);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var store = new RunStore(connection);
            store.Prepare(path);
            store.Run("UPDATE runs SET state = $interrupted, finished = $now WHERE state IN ($queued, $running)",
                ("$interrupted", Word(RunState.Interrupted)), ("$now", Text(now)), ("$queued", Word(RunState.Queued)), ("$running", Word(RunState.Running)));
            return store;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new ConsoleException($"'{path}' cannot be used: {e.Message}");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>All runs, or the latest of very many; the newest first.</summary>
    public IReadOnlyList<RunRow> Runs() => Read("SELECT * FROM runs ORDER BY created DESC, id LIMIT $most", Row, ("$most", MostListed));

    /// <summary>A run; null when there is none.</summary>
    public RunRow? Find(string id) => Read("SELECT * FROM runs WHERE id = $id", Row, ("$id", id)).FirstOrDefault();

    /// <summary>Keeps a new run.</summary>
    public void Add(RunRow row) => Run(
        """
        INSERT INTO runs (id, url, jurisdiction, classes, profile, language, writes, state, created)
        VALUES ($id, $url, $jurisdiction, $classes, $profile, $language, $writes, $state, $created)
        """,
        ("$id", row.Id), ("$url", row.Url), ("$jurisdiction", row.Terms.Jurisdiction), ("$classes", row.Terms.Classes), ("$profile", row.Terms.Profile),
        ("$language", row.Terms.Language), ("$writes", row.Terms.Writes ? 1 : 0), ("$state", Word(row.State)), ("$created", Text(row.Created)));

    /// <summary>It goes on from now.</summary>
    public void Start(string id) => Run("UPDATE runs SET state = $state WHERE id = $id", ("$state", Word(RunState.Running)), ("$id", id));

    /// <summary>It has ended.</summary>
    public void Finish(string id, RunState state, DateTimeOffset finished, CheckEnd? end, string problem) => Run(
        "UPDATE runs SET state = $state, finished = $finished, outcome = $outcome, words = $words, summary = $summary, problem = $problem WHERE id = $id",
        ("$state", Word(state)), ("$finished", Text(finished)), ("$outcome", end is null ? "" : Word(end.Outcome)), ("$words", end?.Words ?? ""),
        ("$summary", end is null ? "" : string.Join('\n', end.Summary)), ("$problem", problem), ("$id", id));

    /// <summary>Forgets a run and the comparisons it is in, and tells which those were.</summary>
    public IReadOnlyList<string> Delete(string id)
    {
        string[] comparisons = [.. Comparisons().Where(c => c.Runs.Contains(id)).Select(c => c.Id)];
        foreach (var comparison in comparisons)
            DeleteComparison(comparison);
        Run("DELETE FROM runs WHERE id = $id", ("$id", id));
        return comparisons;
    }

    /// <summary>The comparisons, the newest first.</summary>
    public IReadOnlyList<ComparisonRow> Comparisons() => Read(
        "SELECT * FROM comparisons ORDER BY created DESC, id LIMIT $most",
        r => new ComparisonRow(r.GetString(0), Instant(r.GetString(1)), r.GetString(2).Split(','), r.GetString(3)),
        ("$most", MostListed));

    public void Add(ComparisonRow row) => Run(
        "INSERT INTO comparisons (id, created, runs, names) VALUES ($id, $created, $runs, $names)",
        ("$id", row.Id), ("$created", Text(row.Created)), ("$runs", string.Join(',', row.Runs)), ("$names", row.Names));

    public void DeleteComparison(string id) => Run("DELETE FROM comparisons WHERE id = $id", ("$id", id));

    public void Dispose()
    {
        lock (gate)
            connection.Dispose();
    }

    void Prepare(string path)
    {
        // What is deleted is overwritten: the folder is the only place where it was.
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON");
        var version = Read("PRAGMA user_version", r => r.GetInt32(0))[0];
        if (version > Version)
            throw new ConsoleException($"'{path}' was written by a newer open311 (form {version}, this one reads {Version}); use that, or name another folder by --data.");
        Run(
            $"""
            CREATE TABLE IF NOT EXISTS runs (
              id TEXT PRIMARY KEY, url TEXT NOT NULL, jurisdiction TEXT NOT NULL, classes TEXT NOT NULL, profile TEXT NOT NULL, language TEXT NOT NULL,
              writes INTEGER NOT NULL, state TEXT NOT NULL, created TEXT NOT NULL, finished TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT '',
              words TEXT NOT NULL DEFAULT '', summary TEXT NOT NULL DEFAULT '', problem TEXT NOT NULL DEFAULT '') STRICT;
            CREATE TABLE IF NOT EXISTS comparisons (id TEXT PRIMARY KEY, created TEXT NOT NULL, runs TEXT NOT NULL, names TEXT NOT NULL) STRICT;
            PRAGMA user_version = {Version};
            """);
    }

    void Run(string sql, params IReadOnlyList<(string Name, object Value)> values)
    {
        lock (gate)
        {
            using var command = Command(sql, values);
            command.ExecuteNonQuery();
        }
    }

    List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params IReadOnlyList<(string Name, object Value)> values)
    {
        lock (gate)
        {
            using var command = Command(sql, values);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(read(reader));
            return rows;
        }
    }

    SqliteCommand Command(string sql, IReadOnlyList<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this class; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    static RunRow Row(SqliteDataReader r) => new()
    {
        Id = r.GetString(0),
        Url = r.GetString(1),
        Terms = new CheckTerms(r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetInt32(6) == 1),
        State = Enum.Parse<RunState>(r.GetString(7), ignoreCase: true),
        Created = Instant(r.GetString(8)),
        Finished = r.GetString(9) is { Length: > 0 } finished ? Instant(finished) : null,
        Outcome = Enum.TryParse<RunOutcome>(r.GetString(10), ignoreCase: true, out var outcome) ? outcome : null,
        Words = r.GetString(11),
        Summary = r.GetString(12),
        Problem = r.GetString(13),
    };

    static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
