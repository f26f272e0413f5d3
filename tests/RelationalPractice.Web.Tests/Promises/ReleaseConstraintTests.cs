using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Web.Tests.Collation;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>The database itself refuses a release that must not be, also in SQL typed by hand.</summary>
public abstract class ReleaseConstraintTests(StaffSite site)
{
    [Theory]
    [InlineData("Anonymous", "ck_releases_never_anonymous")]
    [InlineData("Named", "fk_releases_same_tier")]
    [InlineData("WorkerOnly", "fk_releases_same_tier")]
    public async Task Insert_ReleaseOfAnAnonymousResponseUnderAnyTier_IsRefused(string tier, string constraint)
    {
        var response = await site.ReceiveAnonymousAsync(answers: Decisions.Words("Never seen"));

        var refusal = await Should.ThrowAsync<DbUpdateException>(() => ReleaseAsync(response, tier));

        refusal.InnerException!.Message.ShouldContain(site.Database.Provider == TestDatabaseProvider.Sqlite && constraint.StartsWith("fk", StringComparison.Ordinal) ? "FOREIGN KEY constraint failed" : constraint);
    }

    [Theory]
    [InlineData("tier = 'Anonymous'", "ck_releases_never_anonymous")]
    [InlineData("worker_id = NULL", "ck_releases_released_about_somebody")]
    [InlineData("decision = 'Withheld', reason = NULL", "ck_releases_withheld_because")]
    [InlineData("respondent_name = {bytes}", "ck_releases_worker_only_keeps_no_respondent")]
    [InlineData("received_on = '2031-01-14'", "ck_releases_worker_only_keeps_no_respondent")]
    public async Task Update_WhatAReleaseMustNotBe_IsRefusedByName(string change, string constraint)
    {
        var response = await site.ReceiveWorkerOnlyAsync(answers: Decisions.Words("Words"));
        await ReleaseAsync(response, nameof(Tier.WorkerOnly));

        (await Should.ThrowAsync<DbException>(() => RunAsync(response.Id, change))).Message.ShouldContain(constraint);
    }

    [Fact]
    public async Task Update_NameOnAWithdrawnRelease_IsRefusedByName()
    {
        var response = await site.ReceiveNamedAsync(answers: Decisions.Words("Words"));
        await ReleaseAsync(response, nameof(Tier.Named));

        (await Should.ThrowAsync<DbException>(() => RunAsync(response.Id, "withdrawn_on = '2031-01-14', respondent_name = {bytes}")))
            .Message.ShouldContain("ck_releases_withdrawn_keeps_nothing");
    }

    [Fact]
    public async Task Update_TierOfAReleasedResponse_IsRefused()
    {
        var response = await site.ReceiveWorkerOnlyAsync(workerName: null, answers: Decisions.Words("Words"));
        await ReleaseAsync(response, nameof(Tier.WorkerOnly));

        await Should.ThrowAsync<DbException>(() => site.Database.RunAsync($"UPDATE survey_responses SET tier = 'Anonymous', scores_only = NULL WHERE id = {Literal(response.Id)}"));
    }

    private async Task ReleaseAsync(SurveyResponse response, string tier)
    {
        var worker = await site.EmployAsync("Ngozi Okafor");
        var reader = await site.HireAsync(Role.QualityAssurance);
        await site.SaveAsync(new Release
        {
            ResponseId = response.Id,
            StoredTier = tier,
            Decision = ReleaseDecision.Released,
            DecidedById = reader.Id,
            DecidedOn = site.Today(),
            WorkerId = worker.Id,
            Audience = Audience.ParentCarer,
            QuestionnaireId = response.QuestionnaireId,
            ReceivedMonth = response.ReceivedMonth,
        });
    }

    private Task RunAsync(Guid id, string change) => site.Database.RunAsync(
        $"UPDATE releases SET {change.Replace("{bytes}", site.Database.Provider == TestDatabaseProvider.Sqlite ? "x'0102'" : "'\\x0102'::bytea", StringComparison.Ordinal)} WHERE response_id = {Literal(id)}");

    private string Literal(Guid id) => site.Database.Provider == TestDatabaseProvider.Sqlite ? $"x'{Convert.ToHexString(id.ToByteArray())}'" : $"'{id}'";

    public sealed class OnSqlite(SqliteSite site) : ReleaseConstraintTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : ReleaseConstraintTests(site), IClassFixture<PostgreSqlSite>;
}
