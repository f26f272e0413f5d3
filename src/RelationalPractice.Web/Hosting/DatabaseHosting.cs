using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Migrations.PostgreSql;
using RelationalPractice.Migrations.Sqlite;

namespace RelationalPractice.Web.Hosting;

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Chooses the database from <c>Database:Provider</c> and <c>ConnectionStrings:Practice</c>.</summary>
public static class DatabaseHosting
{
    public const string DefaultSqliteConnectionString = "Data Source=data/practice.db";

    public static void AddPracticeDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var (provider, connectionString) = Read(configuration);
        services.AddSingleton<IBulk>(provider == DatabaseProvider.PostgreSql ? new PostgreSqlBulk() : new SqliteBulk());
        services.AddSingleton<IMessageClaims>(provider == DatabaseProvider.PostgreSql ? new PostgreSqlMessageClaims() : new SqliteMessageClaims());
        services.AddDbContextPool<PracticeDbContext>(options =>
        {
            _ = provider == DatabaseProvider.PostgreSql
                ? options.UsePracticePostgreSql(connectionString)
                : options.UsePracticeSqlite(connectionString);
        });
    }

    /// <exception cref="UnsafeConfigurationException">The provider is not one of the two, or PostgreSQL has no connection string.</exception>
    public static (DatabaseProvider Provider, string ConnectionString) Read(IConfiguration configuration)
    {
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
        {
            throw new UnsafeConfigurationException($"Database:Provider is '{name}': it must be Sqlite or PostgreSql.");
        }

        var connectionString = configuration.GetConnectionString("Practice");
        if (provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(connectionString))
        {
            throw new UnsafeConfigurationException("ConnectionStrings:Practice is empty: PostgreSQL needs a connection string.");
        }

        return (provider, string.IsNullOrWhiteSpace(connectionString) ? DefaultSqliteConnectionString : connectionString);
    }

    /// <summary>Brings the database to the current model: creates the file's folder, migrates, publishes the questionnaires.</summary>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDbContext>();
        if (db.Database.IsSqlite())
        {
            SqliteDatabase.CreateFolder(db);
            await SqliteDatabase.PrepareFileAsync(db);
        }

        await db.Database.MigrateAsync();
        await scope.ServiceProvider.GetRequiredService<FirstContents>().EnsureAsync();
    }
}

/// <summary>A setting with which the product would not be safe, or could not run. Its message is the one line the operator sees.</summary>
public sealed class UnsafeConfigurationException(string message) : Exception(message);
