using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Migrations.Sqlite;

namespace RelationalPractice.LoadTests.Databases;

internal sealed class SqliteLoadDatabase(string file) : LoadDatabase
{
    public override Provider Provider => Provider.Sqlite;

    public override string Description => "SQLite, inside the program";

    public override IBulk Bulk { get; } = new SqliteBulk();

    public override IMessageClaims Claims { get; } = new SqliteMessageClaims();

    protected override string ConnectionString => $"Data Source={file}";

    protected override void Use(DbContextOptionsBuilder options, string connectionString) => options.UsePracticeSqlite(connectionString);
}
