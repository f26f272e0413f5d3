using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.LoadTests.Hosting;
using RelationalPractice.Messaging;

namespace RelationalPractice.LoadTests.Databases;

internal enum Provider
{
    Sqlite,
    PostgreSql,
}

/// <summary>A database of the run's own, empty at first.</summary>
internal abstract class LoadDatabase : IDisposable
{
    private readonly string _protectionKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public abstract Provider Provider { get; }

    public abstract string Description { get; }

    protected abstract string ConnectionString { get; }

    /// <summary>Of the database's own processes; zero where it lives inside the program.</summary>
    public virtual TimeSpan Cpu => TimeSpan.Zero;

    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("Database__Provider", Provider.ToString()),
        ("Database__AllowSqliteInProduction", "true"),
        ("ConnectionStrings__Practice", ConnectionString),
        ("Protection__Key", _protectionKey),
    ];

    public static LoadDatabase Create(Provider provider, Scratch scratch) =>
        provider == Provider.PostgreSql ? PostgreSqlLoadDatabase.Start() : new SqliteLoadDatabase(scratch.PathOf("practice.db"));

    public abstract IBulk Bulk { get; }

    public abstract IMessageClaims Claims { get; }

    public PracticeDbContext Open()
    {
        var options = new DbContextOptionsBuilder<PracticeDbContext>();
        Use(options);
        return new PracticeDbContext(options.Options);
    }

    public void Use(DbContextOptionsBuilder options) => Use(options, ConnectionString);

    public virtual void Dispose()
    {
    }

    protected abstract void Use(DbContextOptionsBuilder options, string connectionString);
}
