using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

/// <summary>What the family takes back is gone from every place it was copied to, also when somebody works on it at that moment.</summary>
public abstract class TakingBackTests(StaffSite site)
{
    [Fact]
    public async Task Withdraw_Released_LeavesOnlyThatSomethingWasTakenBack()
    {
        var worker = await site.EmployAsync("Ngozi Okafor");
        var response = await site.ReceiveNamedAsync(answers: Decisions.Words("She listens to Tomasz."));
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.HideAsync(response.Id, Decisions.KeyOf(0), "Tomasz");
        await browser.PrepareAsync(response.Id, worker);
        await browser.SubmitAsync(Decisions.Release, ("Reason", "She is proud of it"));
        await CodeAndWriteAsync(response.Id);
        (await CountAsync(response.Id)).ShouldBe((1, 1, 1, 1));

        await site.WithdrawAsync(response.Id);

        var release = (await site.ReleaseOfAsync(response.Id))!;
        (release.Excerpts.Count, release.RespondentName, release.Reason, release.WithdrawnOn).ShouldBe((0, null, null, site.Today()));
        (release.Decision, release.WorkerId).ShouldBe((ReleaseDecision.Released, worker.Id));
        (await CountAsync(response.Id)).ShouldBe((0, 0, 0, 0));
    }

    [Fact]
    public async Task Withdraw_NotNamed_KeepsTheMonthOfItAlone()
    {
        var worker = await site.EmployAsync("Ngozi Okafor");
        var response = await site.ReceiveWorkerOnlyAsync(answers: Decisions.Words("She listens."));
        await (await site.SignInAsync(Role.QualityAssurance)).PrepareAsync(response.Id, worker);
        await (await site.SignInAsync(Role.QualityAssurance)).ReleaseAsync(response.Id);

        await site.WithdrawAsync(response.Id);

        (await site.ReleaseOfAsync(response.Id))!.WithdrawnOn.ShouldBe(new DateOnly(site.Today().Year, site.Today().Month, 1));
    }

    [Fact]
    public async Task Withdraw_Withheld_ForgetsTheReasonToo()
    {
        var response = await site.ReceiveNamedAsync(answers: Decisions.Words("She listens."));
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync($"/collation/{response.Id}/withhold");
        await browser.SubmitAsync("Withhold it", ("Reason", "It tells of a court case"));

        await site.WithdrawAsync(response.Id);

        var release = (await site.ReleaseOfAsync(response.Id))!;
        (release.Decision, release.Reason, release.WorkerId).ShouldBe((ReleaseDecision.Withheld, "", null));
    }

    [Fact]
    public async Task Withdraw_Twice_KeepsTheFirstDay()
    {
        var worker = await site.EmployAsync("Ngozi Okafor");
        var response = await site.ReceiveNamedAsync(answers: Decisions.Words("She listens."));
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.PrepareAsync(response.Id, worker);
        await browser.ReleaseAsync(response.Id);
        await site.WithdrawAsync(response.Id);
        var first = (await site.ReleaseOfAsync(response.Id))!.WithdrawnOn;

        await site.WithdrawAsync(response.Id);

        (await site.ReleaseOfAsync(response.Id))!.WithdrawnOn.ShouldBe(first);
    }

    [Fact]
    public async Task Withdraw_WhileItIsReleasedAndHidden_LeavesNoCopyWhoeverIsFirst()
    {
        var worker = await site.EmployAsync("Ngozi Okafor");
        var reader = await site.SignInAsync(Role.QualityAssurance);
        for (var round = 0; round < 6; round++)
        {
            var response = await site.ReceiveNamedAsync(answers: Decisions.Words("She listens to Tomasz."));
            await reader.HideAsync(response.Id, Decisions.KeyOf(0), "Tomasz");
            await reader.PrepareAsync(response.Id, worker);
            var release = await reader.GetAsync($"/collation/{response.Id}/release");
            var hide = await reader.GetAsync($"/collation/{response.Id}/hide?question={Decisions.KeyOf(0)}");

            await Task.WhenAll(
                reader.NewTab().SubmitAsync(release, Decisions.Release),
                reader.NewTab().SubmitAsync(hide, "Hide them", ("Words", "to Tomasz."), ("Kind", "Name")),
                site.WithdrawAsync(response.Id));

            (await site.ReleaseOfAsync(response.Id))?.Excerpts.ShouldBeEmpty();
            (await CountAsync(response.Id)).ShouldBe((0, 0, 0, 0));
            (await site.InDatabaseAsync(db => db.SurveyResponses.SingleAsync(r => r.Id == response.Id))).State.ShouldBe(ResponseState.Withdrawn);
        }
    }

    private Task CodeAndWriteAsync(Guid id) => site.InDatabaseAsync(async db =>
    {
        var theme = new Theme { Id = Guid.NewGuid(), Name = $"Theme {Guid.NewGuid():N}", Definition = "d", Component = ThemeComponent.Does, Words = "" };
        var coder = await db.Users.Select(u => u.Id).FirstAsync();
        db.AddRange(
            theme,
            new Coding { Id = Guid.NewGuid(), ResponseId = id, QuestionKey = Decisions.KeyOf(0), ThemeId = theme.Id, Direction = ThemeDirection.Positive, CoderId = coder, Second = false },
            OutgoingMessage.ToRespondent(
                Guid.NewGuid(), OutgoingMessageKind.SupervisionOutcome, aboutId: Guid.NewGuid(), id,
                site.Services.GetRequiredService<PersonalDataProtector>().Protect("07700 900123")!, "There is news", site.Clock.GetUtcNow().UtcDateTime));
        return await db.SaveChangesAsync();
    });

    private Task<(int Answers, int Redactions, int Codings, int Messages)> CountAsync(Guid id) => site.InDatabaseAsync(async db => (
        await db.SurveyAnswers.CountAsync(a => a.ResponseId == id),
        await db.Redactions.CountAsync(r => r.ResponseId == id),
        await db.Codings.CountAsync(c => c.ResponseId == id),
        await db.OutgoingMessages.CountAsync(m => m.ResponseId == id)));

    public sealed class OnSqlite(SqliteSite site) : TakingBackTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : TakingBackTests(site), IClassFixture<PostgreSqlSite>;
}
