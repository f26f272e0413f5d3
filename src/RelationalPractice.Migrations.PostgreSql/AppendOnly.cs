using Microsoft.EntityFrameworkCore.Migrations;

namespace RelationalPractice.Migrations.PostgreSql;

internal static class AppendOnly
{
    /// <summary>From now on the database refuses to change or delete a row, or to empty the table.</summary>
    public static void MakeAppendOnly(this MigrationBuilder migration, string table)
    {
        migration.Sql($"CREATE FUNCTION {table}_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{table} is only ever added to'; END $$;");
        migration.Sql($"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_only_added_to();");
    }

    public static void MakeChangeable(this MigrationBuilder migration, string table) =>
        migration.Sql($"DROP TRIGGER {table}_no_change ON {table}; DROP FUNCTION {table}_only_added_to();");
}
