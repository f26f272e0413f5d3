using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;

namespace RelationalPractice.Web.Tests.Collation;

/// <summary>The way of a response through the quality team's pages, as people take it.</summary>
internal static class Decisions
{
    public const string NothingLeftToHide = "All that must be hidden is hidden";
    public const string Release = "Release to supervision";

    /// <summary>The worker of that name, in post already or from now on: the matching page shows only the first few of many with one name.</summary>
    public static async Task<Worker> EmployAsync(this StaffSite site, string name, DateOnly? leftOn = null, Guid? teamId = null)
    {
        if (await site.InDatabaseAsync(db => db.Workers.AsNoTracking().FirstOrDefaultAsync(w => w.Name == name && w.LeftOn == leftOn)) is { } inPost)
        {
            return inPost;
        }

        if (teamId is null)
        {
            var area = new ServiceArea { Id = Guid.NewGuid(), Name = $"Area {Guid.NewGuid():N}" };
            var team = new Team { Id = Guid.NewGuid(), Name = $"Team {Guid.NewGuid():N}", ServiceAreaId = area.Id };
            await site.SaveAsync(area, team);
            teamId = team.Id;
        }

        var worker = new Worker { Id = Guid.NewGuid(), Name = name, TeamId = teamId.Value, LeftOn = leftOn };
        await site.SaveAsync(worker);
        return worker;
    }

    public static async Task ReadAsync(this PageClient browser, Guid id)
    {
        await browser.GetAsync($"/collation/{id}");
        await browser.SubmitAsync("Mark as read");
    }

    public static async Task<Page> MatchAsync(this PageClient browser, Guid id, Worker worker)
    {
        await browser.GetAsync($"/collation/{id}/match");
        if (browser.Page.Document.QuerySelector($"input[value='{worker.Id}']") is null)
        {
            await browser.SubmitAsync("Search", ("Search", worker.Name));
        }

        return await browser.SubmitAsync("Save", ("Choice", worker.Id.ToString()));
    }

    public static async Task<Page> HideAsync(this PageClient browser, Guid id, string questionKey, string words, RedactionKind kind = RedactionKind.Name)
    {
        await browser.GetAsync($"/collation/{id}/hide?question={questionKey}");
        return await browser.SubmitAsync("Hide them", ("Words", words), ("Kind", kind.ToString()));
    }

    /// <summary>Leaves every proposal and says that all is hidden.</summary>
    public static async Task<Page> FinishHidingAsync(this PageClient browser, Guid id)
    {
        await browser.GetAsync($"/collation/{id}/redact");
        while (browser.Page.Document.QuerySelector("button[name=Leave]") is { } leave)
        {
            await browser.SubmitAsync(PageText.Of(leave));
        }

        return await browser.SubmitAsync(NothingLeftToHide);
    }

    public static async Task<Page> ReleaseAsync(this PageClient browser, Guid id)
    {
        await browser.GetAsync($"/collation/{id}/release");
        return await browser.SubmitAsync(Release);
    }

    /// <summary>Read, matched and redacted, by somebody else than who releases it.</summary>
    public static async Task PrepareAsync(this PageClient browser, Guid id, Worker worker)
    {
        await browser.ReadAsync(id);
        await browser.MatchAsync(id, worker);
        (await browser.FinishHidingAsync(id)).Path.ShouldBe($"/collation/{id}/release");
    }

    public static Task<Release?> ReleaseOfAsync(this StaffSite site, Guid id) =>
        site.InDatabaseAsync(db => db.Releases.AsNoTracking().Include(r => r.Excerpts).SingleOrDefaultAsync(r => r.ResponseId == id));

    public static Task WithdrawAsync(this StaffSite site, Guid id) => site.InDatabaseAsync(async db =>
    {
        await new TakingBack(db, site.Clock).WithdrawAsync(id, CancellationToken.None);
        return id;
    });

    public static string? TextOf(this Release release, string questionKey) => release.Excerpts.Single(e => e.QuestionKey == questionKey).Text;

    public static (string Key, AnswerValue Value) Words(string text, int question = 0) =>
        (Responses.ParentCarer.Questions.OfType<TextQuestion>().ElementAt(question).Key, AnswerValue.OfText(text));

    public static string KeyOf(int question) => Responses.ParentCarer.Questions.OfType<TextQuestion>().ElementAt(question).Key;
}
