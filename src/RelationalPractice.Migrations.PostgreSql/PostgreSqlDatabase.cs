using Microsoft.EntityFrameworkCore;

namespace RelationalPractice.Migrations.PostgreSql;

/// <summary>All that is particular to running on PostgreSQL.</summary>
public static class PostgreSqlDatabase
{
    public static DbContextOptionsBuilder UsePracticePostgreSql(this DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlDatabase).Assembly.GetName().Name));
}
