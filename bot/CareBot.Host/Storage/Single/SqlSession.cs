using Microsoft.Data.Sqlite;

namespace CareBot.Host.Storage.Single;

/// <summary>One connection with its statements kept prepared. Used by one thread at a time.</summary>
internal sealed class SqlSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = [];

    public SqlSession(string connectionString)
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute("PRAGMA busy_timeout=10000");
        Execute("PRAGMA foreign_keys=ON");
    }

    /// <summary>Runs a statement whose parameters are <c>$1</c>, <c>$2</c> … and returns the number of rows changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Runs a query and maps each row.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    /// <summary>The first column of the first row; null when there is no row or it is NULL.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) =>
        Prepare(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this folder; values travel as parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            commands.Add(sql, command);
        }

        while (command.Parameters.Count < values.Length)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${command.Parameters.Count + 1}" });
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
