using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

/// <summary>A page of the queue is read from where the last ended in the index, whatever the size of the table: the databases' plans say so.</summary>
public abstract class ReadingQueueTests(StaffSite site)
{
    private const string Index = "ix_survey_responses_state_raised_read_by[a-z_]*";

    [Theory]
    [InlineData(false, null, null)]
    [InlineData(true, null, null)]
    [InlineData(true, Audience.YoungPerson, null)]
    [InlineData(true, null, Tier.Named)]
    [InlineData(true, Audience.ParentCarer, Tier.Anonymous)]
    public async Task Part_AnyPage_EntersTheIndexWhereTheLastEnded(bool later, Audience? audience, Tier? tier)
    {
        var after = later ? new QueuePosition(Raised: false, site.Today(), Guid.NewGuid()) : null;

        var plan = await PlanAsync(db => ReadingQueue.Part(db, new QueueFilter(audience, tier), raised: false, after, ReadingQueue.PageSize + 1));

        plan.ShouldMatch(site.Database.Provider == TestDatabaseProvider.Sqlite
            ? $@"SEARCH s USING INDEX {Index} \(state=\? AND raised=\?{(later ? " AND read_by>\\?" : "")}\)"
            : $@"Index Scan using {Index} on survey_responses[^\n]*\n\s*Index Cond: \(\(\(state\)::text = 'New'::text\) AND \(raised = false\){(later ? " AND \\(read_by >= " : "")}");
        plan.ShouldNotContain("Seq Scan on survey_responses");
        plan.ShouldNotContain("SCAN s ");
        // One day may be put in order by itself; the queue may not.
        plan.ShouldNotContain("TEMP B-TREE FOR ORDER BY");
        plan.ShouldNotContain("LAST 2 TERMS");
    }

    private Task<string> PlanAsync(Func<PracticeDbContext, IQueryable<QueueItem>> query) => site.InDatabaseAsync(async db =>
    {
        await using var command = query(db).CreateDbCommand();
        await db.Database.OpenConnectionAsync();
        if (site.Database.Provider == TestDatabaseProvider.PostgreSql)
        {
            // A table of few rows is read whole however good its indexes are; the plan of a large one is wanted.
            await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
            command.CommandText = "EXPLAIN " + command.CommandText;
        }
        else
        {
            command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        }

        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetValue(reader.FieldCount - 1).ToString()!);
        }

        return string.Join('\n', lines);
    });

    public sealed class OnSqlite(SqliteSite site) : ReadingQueueTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : ReadingQueueTests(site), IClassFixture<PostgreSqlSite>;
}
