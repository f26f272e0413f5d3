using System.Data.Common;
using RelationalPractice.Identity;
using RelationalPractice.Testing.Databases;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Staff;

/// <summary>Who collates holds no casework role: tried in SQL, past everything the application checks.</summary>
public abstract class RoleWallTests(StaffSite site)
{
    [Theory]
    [InlineData(Role.QualityAssurance, Role.Manager, Side.Casework, "fk_staff_roles_same_side")]
    [InlineData(Role.QualityAssurance, Role.Worker, Side.Casework, "fk_staff_roles_same_side")]
    [InlineData(Role.QualityAssurance, Role.Manager, Side.Collation, "ck_staff_roles_casework")]
    [InlineData(Role.QualityAssurance, Role.Worker, Side.Neither, "ck_staff_roles_casework")]
    [InlineData(Role.Worker, Role.QualityAssurance, Side.Collation, "fk_staff_roles_same_side")]
    [InlineData(Role.Manager, Role.QualityAssurance, Side.Casework, "ck_staff_roles_collation")]
    public async Task Insert_RoleOfTheOtherSide_IsRefused(Role held, Role wanted, Side claimed, string rule)
    {
        var member = await site.HireAsync(held);

        var refusal = await RefusalAsync($"INSERT INTO staff_roles (staff_member_id, role, side) VALUES (@id, '{wanted}', '{claimed}')", member.Id);

        refusal.ShouldContain(OnThisDatabase(rule));
    }

    [Theory]
    [InlineData(Side.Casework)]
    [InlineData(Side.Neither)]
    public async Task Update_SideOfSomebodyWithRoles_IsRefused(Side side)
    {
        var member = await site.HireAsync(Role.QualityAssurance);

        (await RefusalAsync($"UPDATE staff SET side = '{side}' WHERE id = @id", member.Id)).ShouldContain(OnThisDatabase("fk_staff_roles_same_side"));
    }

    [Fact]
    public async Task Insert_RoleThatNeedsNoSide_IsAccepted()
    {
        var member = await site.HireAsync(Role.QualityAssurance);

        await ExecuteAsync("INSERT INTO staff_roles (staff_member_id, role, side) VALUES (@id, 'Facilitator', 'Collation')", member.Id);
    }

    [Fact]
    public void Give_RoleOfTheOtherSide_IsRefused() =>
        Should.Throw<RolesExcludeEachOtherException>(() => site.HireAsync(Role.QualityAssurance, Role.Worker));

    // SQLite names the check that refused, but of a foreign key only that there was one.
    private string OnThisDatabase(string rule) =>
        site.Database.Provider == TestDatabaseProvider.Sqlite && rule.StartsWith("fk_", StringComparison.Ordinal) ? "FOREIGN KEY constraint failed" : rule;

    private async Task<string> RefusalAsync(string sql, Guid id) =>
        (await Should.ThrowAsync<DbException>(() => ExecuteAsync(sql, id))).Message;

    private async Task ExecuteAsync(string sql, Guid id)
    {
        await using var connection = await site.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@id";
        parameter.Value = site.Database.Provider == TestDatabaseProvider.Sqlite ? id.ToByteArray() : id;
        command.Parameters.Add(parameter);
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }

    public sealed class OnSqlite(SqliteSite site) : RoleWallTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : RoleWallTests(site), IClassFixture<PostgreSqlSite>;
}
