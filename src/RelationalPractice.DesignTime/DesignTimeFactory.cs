using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using RelationalPractice.Data;
using RelationalPractice.Migrations.PostgreSql;
using RelationalPractice.Migrations.Sqlite;

namespace RelationalPractice.DesignTime;

/// <summary>
/// dotnet ef migrations add NAME --project src/RelationalPractice.Migrations.Sqlite --startup-project src/RelationalPractice.DesignTime -- sqlite
/// (and the same with PostgreSql and postgresql).
/// </summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PracticeDbContext>
{
    public PracticeDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PracticeDbContext>();
        _ = args is ["postgresql", ..]
            ? options.UsePracticePostgreSql("Host=localhost;Database=design")
            : options.UsePracticeSqlite("Data Source=design.db");
        return new PracticeDbContext(options.Options);
    }
}
