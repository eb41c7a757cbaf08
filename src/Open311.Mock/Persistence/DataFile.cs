using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Open311.Mock.Cities;
using Open311.Mock.Running;
using Open311.Mock.Store;

namespace Open311.Mock.Persistence;

/// <summary>
/// A city's state in one SQLite file: each request a row, the rest in a table of names and values. A commit is on the disk when it
/// returns (write-ahead log, synchronous=FULL). One process at a time.
/// </summary>
internal sealed class DataFile : IDisposable
{
    // "O311": tells a city's file from any other database.
    const long ApplicationId = 0x4F333131;

    const long Version = 1;

    readonly SqliteConnection connection;
    readonly SqliteCommand insert;

    DataFile(string path, SqliteConnection connection)
    {
        Path = path;
        this.connection = connection;
        insert = Command("INSERT INTO requests (sequence, state) VALUES ($sequence, $state)");
        insert.Parameters.Add("$sequence", SqliteType.Integer);
        insert.Parameters.Add("$state", SqliteType.Text);
    }

    public string Path { get; }

    /// <summary>Opens or creates a file.</summary>
    /// <exception cref="CityException">It is no city's file, of another version, damaged, in use, or cannot be written.</exception>
    public static DataFile Open(string path)
    {
        SqliteConnection? connection = null;
        try
        {
            var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 2 }.ToString();
            connection = new SqliteConnection(text);
            connection.Open();
            Prepare(path, connection);
            return new DataFile(path, connection);
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw new CityException(Explained(path, e), e);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>What the file holds; null when it is new.</summary>
    /// <exception cref="CityException">The file is of another city, or damaged.</exception>
    public KeptCity? Load(City city)
    {
        try
        {
            var values = Values();
            if (values.Count == 0)
                return null;
            if (values.GetValueOrDefault("city") is var name && name != city.Name)
                throw new CityException($"The data file {Path} belongs to the city '{name}', not to '{city.Name}'. Name another file with --data, or serve the city it belongs to.");
            var requests = new List<RequestState>();
            using var select = Command("SELECT state FROM requests ORDER BY sequence");
            using var rows = select.ExecuteReader();
            while (rows.Read())
                requests.Add(JsonSerializer.Deserialize(rows.GetString(0), StateJson.Default.RequestState) ?? throw Damaged());
            var next = Math.Max(long.Parse(values["next"], CultureInfo.InvariantCulture), requests.Count == 0 ? 0 : requests[^1].Sequence + 1);
            return new KeptCity(
                StateReader.Content($"The data file {Path}", requests, next, city),
                StateReader.Clock($"The data file {Path}", JsonSerializer.Deserialize(values["clock"], StateJson.Default.ClockState)),
                int.Parse(values["seed"], CultureInfo.InvariantCulture),
                DateTimeOffset.Parse(values["started"], CultureInfo.InvariantCulture));
        }
        catch (SqliteException e)
        {
            throw new CityException(Explained(Path, e), e);
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or OverflowException)
        {
            throw Damaged(e);
        }
    }

    /// <summary>Makes the file hold this and nothing else.</summary>
    public void Replace(string city, KeptCity kept) => Commit(() =>
    {
        Execute("DELETE FROM requests");
        Execute("DELETE FROM city");
        Set("city", city);
        Set("seed", kept.Seed.ToString(CultureInfo.InvariantCulture));
        Set("started", kept.Started.ToString("O", CultureInfo.InvariantCulture));
        Set("next", kept.Content.Next.ToString(CultureInfo.InvariantCulture));
        SetClock(kept.Clock);
        foreach (var request in kept.Content.Requests)
            Insert(request.Sequence, Write(request));
    });

    /// <summary>Does all of it or, when that fails, nothing.</summary>
    /// <exception cref="SqliteException">It could not be brought to the disk.</exception>
    public void Commit(Action work)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        insert.Transaction = transaction;
        work();
        transaction.Commit();
    }

    public void Insert(long sequence, string state)
    {
        insert.Parameters[0].Value = sequence;
        insert.Parameters[1].Value = state;
        insert.ExecuteNonQuery();
    }

    public void SetClock(ClockSetting clock) => Set("clock", JsonSerializer.Serialize(StateMapper.Write(clock), StateJson.Default.ClockState));

    public static string Write(ServiceRequest request) => JsonSerializer.Serialize(StateMapper.Write(request), StateJson.Default.RequestState);

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
    }

    public static string Explained(string path, SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => $"The data file {path} is in use by another process. Stop that one, or name another file.",
        8 => $"The data file {path} cannot be written to. Name a file in a folder that can be.",
        11 or 26 => $"The file {path} is not a city's data file, or it is damaged. Name another file, or remove this one.",
        13 => $"The data file {path} cannot grow: the disk is full.",
        14 => $"The data file {path} cannot be opened or created. Name a file in a folder that exists and can be written to.",
        _ => $"The data file {path} cannot be used: {e.Message.TrimEnd('.')}.",
    };

    static void Prepare(string path, SqliteConnection connection)
    {
        Run(connection, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        var (id, version, tables) = (Number(connection, "PRAGMA application_id"), Number(connection, "PRAGMA user_version"), Number(connection, "SELECT count(*) FROM sqlite_schema"));
        if (tables == 0 && id == 0 && version == 0)
        {
            Run(connection, $"""
                BEGIN IMMEDIATE;
                CREATE TABLE city (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
                CREATE TABLE requests (sequence INTEGER PRIMARY KEY, state TEXT NOT NULL);
                PRAGMA application_id={ApplicationId};
                PRAGMA user_version={Version};
                COMMIT;
                """);
            return;
        }

        if (id != ApplicationId)
            throw new CityException($"The file {path} is a database, but not a city's data file. Name another file.");
        if (version != Version)
            throw new CityException($"The data file {path} has version {version}, and this open311 reads version {Version}. Use the open311 that made it, or name another file.");
        // A read takes the lock that keeps a second process out, and finds damage before it is built upon.
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        if (check.ExecuteScalar() is not "ok")
            throw new CityException($"The data file {path} is damaged. Name another file, or restore this one from a copy.");
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    Dictionary<string, string> Values()
    {
        using var select = Command("SELECT name, value FROM city");
        using var rows = select.ExecuteReader();
        var values = new Dictionary<string, string>();
        while (rows.Read())
            values[rows.GetString(0)] = rows.GetString(1);
        return values;
    }

    void Set(string name, string value)
    {
        using var set = Command("INSERT INTO city (name, value) VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value");
        set.Parameters.AddWithValue("$name", name);
        set.Parameters.AddWithValue("$value", value);
        set.ExecuteNonQuery();
    }

    void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    CityException Damaged(Exception? inner = null) =>
        new($"The data file {Path} is damaged: what it holds is not what a city writes. Name another file, or restore this one from a copy.", inner);
}
