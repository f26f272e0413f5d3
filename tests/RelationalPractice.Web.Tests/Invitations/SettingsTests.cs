using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Invitations;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Invitations;

public abstract class SettingsTests(StaffSite site) : IAsyncLifetime
{
    [Fact]
    public async Task Save_OtherSettings_CountAndAreWrittenDown()
    {
        var browser = await OpenAsync();

        await browser.SubmitAsync(
            "Save", ("IntervalMonths", "2"), ("FirstAfterDays", "10"), ("AfterEndWeeks", "8"), ("ReminderAfterDays", "0"), ("SendFromHour", "8"), ("SendUntilHour", "20"),
            ("Automatic", "yes"), ("TextPrice", "3.25"), ("FreeTexts", "5,000"));

        browser.Page.Text.ShouldContain("Saved.");
        var settings = await StoredAsync();
        (settings.IntervalMonths, settings.FirstAfterDays, settings.AfterEndWeeks, settings.ReminderAfterDays).ShouldBe((2, 10, 8, 0));
        (settings.SendFromHour, settings.SendUntilHour, settings.Automatic, settings.TextPriceHundredthsOfPenny, settings.FreeTexts).ShouldBe((8, 20, true, 325, 5_000));
        (await AuditedAsync()).ShouldBe([settings.InWords()]);
        browser.Page.Document.QuerySelector("[name=TextPrice]")!.GetAttribute("value").ShouldBe("3.25");
    }

    [Theory]
    [InlineData("FirstAfterDays", "29", "The first invitation comes 0 to 28 days after the start")]
    [InlineData("FirstAfterDays", "soon", "The first invitation comes 0 to 28 days after the start")]
    [InlineData("AfterEndWeeks", "0", "The last invitation comes 1 to 26 weeks after the end")]
    [InlineData("AfterEndWeeks", "27", "The last invitation comes 1 to 26 weeks after the end")]
    [InlineData("ReminderAfterDays", "6", "The reminder comes 7 to 42 days after the invitation. 0 is no reminder")]
    [InlineData("ReminderAfterDays", "43", "The reminder comes 7 to 42 days after the invitation. 0 is no reminder")]
    [InlineData("SendFromHour", "6", "Messages go out from an hour between 7 and 20")]
    [InlineData("SendUntilHour", "9", "Messages stop at an hour after they begin, 21 at the latest")]
    [InlineData("SendUntilHour", "22", "Messages stop at an hour after they begin, 21 at the latest")]
    [InlineData("TextPrice", "-1", "The price of a text is a number of pence, such as 2.4, up to 100")]
    [InlineData("TextPrice", "£2", "The price of a text is a number of pence, such as 2.4, up to 100")]
    [InlineData("TextPrice", "99999999999999999999", "The price of a text is a number of pence, such as 2.4, up to 100")]
    [InlineData("FreeTexts", "", "The free texts are a number up to 1,000,000")]
    [InlineData("FreeTexts", "99999999999", "The free texts are a number up to 1,000,000")]
    public async Task Save_WhatCannotBe_SaysSoAndKeepsWhatWasTyped(string field, string typed, string message)
    {
        var browser = await OpenAsync();

        var page = await browser.SubmitAsync("Save", (field, typed));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe([message]);
        (page.Document.QuerySelector($"[name={field}]")!.GetAttribute("value") ?? "").ShouldBe(typed);
        (await AuditedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_ByTwo_TheSecondIsToldAndLosesNothing()
    {
        var (first, second) = (await OpenAsync(), await OpenAsync());

        await first.SubmitAsync("Save", ("AfterEndWeeks", "9"));
        var page = await second.SubmitAsync("Save", ("AfterEndWeeks", "4"));

        page.Errors.ShouldHaveSingleItem().ShouldStartWith("A colleague changed these settings after you opened them. They are now: Every 3 months, first after 7 days, last 9 weeks");
        page.Document.QuerySelector("[name=AfterEndWeeks]")!.GetAttribute("value").ShouldBe("4");
        (await StoredAsync()).AfterEndWeeks.ShouldBe(9);
        await second.SubmitAsync("Save");
        (await StoredAsync()).AfterEndWeeks.ShouldBe(4);
    }

    [Fact]
    public async Task Get_Worker_HasNoEntry()
    {
        var worker = await site.SignInAsync(Role.Worker);

        (await worker.GetAsync("/invitations/settings")).Path.ShouldBe("/staff/no-entry");
        (await worker.GetAsync("/invitations/send")).Path.ShouldBe("/staff/no-entry");
    }

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    private async Task<PageClient> OpenAsync()
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync("/invitations/settings");
        return browser;
    }

    private Task<InvitationSettings> StoredAsync() => site.InDatabaseAsync(db => db.InvitationSettings.AsNoTracking().SingleAsync());

    private Task<List<string?>> AuditedAsync() =>
        site.InDatabaseAsync(db => db.AuditEvents.Where(e => e.Kind == AuditEventKind.InvitationSettingsChanged).Select(e => e.Reason).ToListAsync());

    // The settings are one row for the whole database, so each test has a database of its own.
    public sealed class OnSqlite() : SettingsTests(new SqliteSite());

    public sealed class OnPostgreSql() : SettingsTests(new PostgreSqlSite());
}
