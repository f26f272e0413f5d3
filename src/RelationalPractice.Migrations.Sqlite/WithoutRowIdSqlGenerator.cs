using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace RelationalPractice.Migrations.Sqlite;

/// <summary>
/// SQLite gives every table a hidden, ever-growing rowid: the order in which families answered. Tables with random keys
/// are made WITHOUT ROWID, so that rows lie in the order of their random keys and the order of arrival is kept nowhere.
/// </summary>
internal sealed class WithoutRowIdSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        // Asked first: the base class moves a key of one column into that column, and forgets it here.
        var hasRandomKey = HasRandomKey(operation);
        base.Generate(operation, model, builder, terminate: false);
        if (hasRandomKey)
        {
            builder.Append(" WITHOUT ROWID");
        }

        if (terminate)
        {
            builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
            EndStatement(builder);
        }
    }

    private static bool HasRandomKey(CreateTableOperation operation) =>
        operation.PrimaryKey is { } key
        && key.Columns.All(name => operation.Columns.Exists(c => c.Name == name && c.ColumnType != "INTEGER"));
}
