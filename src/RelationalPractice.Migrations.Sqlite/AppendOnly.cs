using Microsoft.EntityFrameworkCore.Migrations;

namespace RelationalPractice.Migrations.Sqlite;

internal static class AppendOnly
{
    /// <summary>From now on the database refuses to change or delete a row. A later migration that rebuilds the table must say it again.</summary>
    public static void MakeAppendOnly(this MigrationBuilder migration, string table)
    {
        foreach (var act in new[] { "UPDATE", "DELETE" })
        {
            migration.Sql($"CREATE TRIGGER {table}_no_{act.ToLowerInvariant()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END;");
        }
    }

    public static void MakeChangeable(this MigrationBuilder migration, string table) =>
        migration.Sql($"DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete;");
}
