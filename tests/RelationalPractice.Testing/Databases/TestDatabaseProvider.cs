namespace RelationalPractice.Testing.Databases;

/// <summary>The names are the values of the setting <c>Database:Provider</c>.</summary>
public enum TestDatabaseProvider
{
    Sqlite,
    PostgreSql
}
