using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>The database itself refuses what must not be kept, also in SQL typed by hand.</summary>
public abstract class ConstraintTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    private const string NobodyAnonymous = "ck_survey_responses_anonymous_keeps_nobody";
    private const string NoRespondent = "ck_survey_responses_worker_only_keeps_no_respondent";

    [Theory]
    [InlineData(Tier.Anonymous, "respondent_name = {bytes}", NobodyAnonymous)]
    [InlineData(Tier.Anonymous, "contact = {bytes}", NobodyAnonymous)]
    [InlineData(Tier.Anonymous, "worker_name_typed = {bytes}", NobodyAnonymous)]
    [InlineData(Tier.Anonymous, "worker_id = {worker}", NobodyAnonymous)]
    [InlineData(Tier.Anonymous, "team_id = {team}", NobodyAnonymous)]
    [InlineData(Tier.Anonymous, "received_on = '2031-01-14'", NobodyAnonymous)]
    [InlineData(Tier.Anonymous, "scores_only = {no}", NobodyAnonymous)]
    [InlineData(Tier.WorkerOnly, "respondent_name = {bytes}", NoRespondent)]
    [InlineData(Tier.WorkerOnly, "contact = {bytes}", NoRespondent)]
    [InlineData(Tier.WorkerOnly, "received_on = '2031-01-14'", NoRespondent)]
    [InlineData(Tier.Named, "received_on = NULL", "ck_survey_responses_named_keeps_its_day")]
    [InlineData(Tier.Named, "tier = 'Anonymous'", NobodyAnonymous)]
    [InlineData(Tier.Named, "tier = 'WorkerOnly'", NoRespondent)]
    [InlineData(Tier.WorkerOnly, "tier = 'Anonymous'", NobodyAnonymous)]
    [InlineData(Tier.Anonymous, "tier = 'Somebody'", "ck_survey_responses_tier")]
    [InlineData(Tier.Anonymous, "state = 'Read'", "ck_survey_responses_read_by_erased")]
    [InlineData(Tier.WorkerOnly, "state = 'Read'", "ck_survey_responses_read_by_erased")]
    [InlineData(Tier.Named, "state = 'Withdrawn', respondent_name = NULL, worker_name_typed = NULL", "ck_survey_responses_read_by_erased")]
    [InlineData(Tier.Named, "state = 'Withdrawn', read_by = NULL, worker_name_typed = NULL", "ck_survey_responses_withdrawn_keeps_nothing")]
    [InlineData(Tier.WorkerOnly, "state = 'Withdrawn', read_by = NULL", "ck_survey_responses_withdrawn_keeps_nothing")]
    [InlineData(Tier.Anonymous, "read_by = NULL", "ck_survey_responses_new_has_its_day")]
    [InlineData(Tier.Anonymous, "received_month = 20310114", "ck_survey_responses_month")]
    public async Task Update_WhatTheTierMustNotKeep_IsRefusedByName(Tier tier, string change, string constraint)
    {
        var id = await SentAsync(tier);

        var refusal = await Should.ThrowAsync<DbException>(() => RunAsync($"UPDATE survey_responses SET {change} WHERE id = {id}"));

        refusal.Message.ShouldContain(constraint);
    }

    [Theory]
    [InlineData(Tier.Named, "respondent_name = {bytes}, contact = {bytes}, worker_id = {worker}, team_id = {team}")]
    [InlineData(Tier.Named, "state = 'Read'")]
    [InlineData(Tier.WorkerOnly, "worker_id = {worker}, team_id = {team}, worker_name_typed = {bytes}")]
    [InlineData(Tier.Anonymous, "state = 'Read', read_by = NULL")]
    public async Task Update_WhatTheTierMayKeep_IsAccepted(Tier tier, string change) =>
        await RunAsync($"UPDATE survey_responses SET {change} WHERE id = {await SentAsync(tier)}");

    [Theory]
    [InlineData("'x', NULL, 0, NULL", "ck_survey_answers_score")]
    [InlineData("'x', NULL, 6, NULL", "ck_survey_answers_score")]
    [InlineData("'x', NULL, NULL, NULL", "ck_survey_answers_exactly_one")]
    [InlineData("'x', 'words', 3, NULL", "ck_survey_answers_exactly_one")]
    [InlineData("'x', NULL, 3, 'not-sure'", "ck_survey_answers_exactly_one")]
    public async Task Insert_AnswerOfNoKindOrTwo_IsRefusedByName(string values, string constraint)
    {
        var id = await SentAsync(Tier.Anonymous);

        var refusal = await Should.ThrowAsync<DbException>(() => RunAsync($"INSERT INTO survey_answers (response_id, question_key, text, score, choice) VALUES ({id}, {values})"));

        refusal.Message.ShouldContain(constraint);
    }

    [Fact]
    public async Task Insert_SameReceiptTwice_IsRefused()
    {
        var first = await SentAsync(Tier.Anonymous);
        var second = await SentAsync(Tier.Anonymous);

        var refusal = await Should.ThrowAsync<DbException>(() => RunAsync(
            $"UPDATE survey_responses SET receipt_hash = (SELECT receipt_hash FROM survey_responses WHERE id = {first}) WHERE id = {second}"));

        refusal.Message.ShouldContain("receipt_hash");
    }

    private async Task<string> SentAsync(Tier tier)
    {
        var (day, month, name) = (new DateOnly(2031, 1, 14), new Month(2031, 1), new ProtectedText([1, 2, 3]));
        var (id, receipt) = (Guid.NewGuid(), Guid.NewGuid().ToByteArray());
        await Host.InDatabaseAsync(async db =>
        {
            var questionnaire = await db.Questionnaires.Select(q => q.Id).FirstAsync();
            SurveyResponse response = tier switch
            {
                Tier.Named => new NamedResponse { Id = id, QuestionnaireId = questionnaire, ReceivedMonth = month, ReceiptHash = receipt, ReceivedOn = day, RespondentName = name, WorkerNameTyped = name },
                Tier.WorkerOnly => new WorkerOnlyResponse { Id = id, QuestionnaireId = questionnaire, ReceivedMonth = month, ReceiptHash = receipt, WorkerNameTyped = name },
                _ => new AnonymousResponse { Id = id, QuestionnaireId = questionnaire, ReceivedMonth = month, ReceiptHash = receipt },
            };
            response.ReadBy = day.AddDays(1);
            db.Add(response);
            return await db.SaveChangesAsync();
        });
        return Literal(id);
    }

    private Task RunAsync(string sql) => Host.Database.RunAsync(sql
        .Replace("{bytes}", IsSqlite ? "x'0102'" : "'\\x0102'::bytea")
        .Replace("{no}", IsSqlite ? "0" : "false")
        .Replace("{worker}", Literal(SampleAuthority.WorkerId))
        .Replace("{team}", Literal(SampleAuthority.TeamId)));

    private string Literal(Guid id) => IsSqlite ? $"x'{Convert.ToHexString(id.ToByteArray())}'" : $"'{id}'";

    private bool IsSqlite => Host.Database.Provider == TestDatabaseProvider.Sqlite;
}

public sealed class SqliteConstraintTests(SqliteHost host) : ConstraintTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlConstraintTests(PostgreSqlHost host) : ConstraintTests(host), IClassFixture<PostgreSqlHost>;
